import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerJson, type Behaviour, halfSpeaking } from '../features/support/testing/half-speaking.ts';
import { doctorShape } from '../profile/export/cli-shapes.ts';
import { corridor, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';
import { addressOfNobody, HostileStack, type Spot, writeTarget } from './testing/hostile-stack.ts';

/** `corridor doctor --target FILE --format json`: its exit code, and each finding by its id. */
async function examine(folder: string, target: string) {
  const words = ['doctor', '--target', target, '--answer-within', '0.5', '--format', 'json'];
  const ended = await corridor(words, { cwd: folder, limitMs: 20_000 });
  expectReadable(ended);
  const { verdict, findings } = doctorShape.parse(JSON.parse(ended.stdout));
  for (const { severity, remedy, id } of findings) assert.equal(remedy === '', severity === 'ok', id);
  return { status: ended.status, verdict, of: new Map(findings.map((finding) => [finding.id, finding])) };
}

async function examineHostile(badly: Partial<Record<Spot, Behaviour>>) {
  using folder = temporaryFolder();
  await using stack = await HostileStack.start(badly);
  return { ...(await examine(folder.path, stack.target(folder.path))), asked: stack.asked };
}

test('corridor doctor finds nothing in the way on a healthy machine and leaves the folder usable', async () => {
  using folder = temporaryFolder();
  const ended = await corridor(['doctor', '--format', 'json'], { cwd: folder.path });
  const { verdict, findings } = doctorShape.parse(JSON.parse(ended.stdout));
  assert.equal(ended.status, 0, ended.stdout);
  assert.equal(verdict, 'pass');
  assert.deepEqual(
    findings.map(({ id }) => id),
    ['node', 'postgresql', 'run-folder', 'loopback', 'services', 'full-disk', 'toxiproxy', 'k6'],
  );
  assert.deepEqual(readdirSync(join(folder.path, 'reports', 'runs')), []);
});

test('corridor doctor says what will be left out of a run without Java, and what of that is a fault in CI', async () => {
  using folder = temporaryFolder();
  const bare = { PATH: folder.path, WIREMOCK_URL: '' };
  const look = async (CI: string) => {
    const ended = await corridor(['doctor', '--format', 'json'], { cwd: folder.path, env: { ...bare, CI } });
    const { findings } = doctorShape.parse(JSON.parse(ended.stdout));
    return { status: ended.status, of: new Map(findings.map((finding) => [finding.id, finding])) };
  };
  const { status, of } = await look('');
  assert.equal(status, 0);
  assert.equal(of.get('services')?.severity, 'warning');
  assert.match(of.get('services')?.seen ?? '', /no Java.*@services.*« sans objet »/);
  assert.match(of.get('services')?.remedy ?? '', /Java 11.*WIREMOCK_URL/);
  const inCi = await look('true');
  assert.deepEqual([inCi.status, inCi.of.get('services')?.severity], [2, 'error']);
});

for (const [host, seen] of [
  // refused before anybody is asked: no test waits for a resolver
  ['nowhere..invalid', /"nowhere\.\.invalid" does not resolve here \(ENOTFOUND\)/],
  ['192.0.2.1', /"192\.0\.2\.1" is no address of this machine \(EADDRNOTAVAIL\)/],
] as const)
  test(`corridor doctor and verify name the host ${host} of the target file, on which no country can listen`, async () => {
    using folder = temporaryFolder();
    await using stack = await HostileStack.start({});
    const target = stack.target(folder.path, `host: ${host}\n`);
    const { status, of } = await examine(folder.path, target);
    assert.equal(status, 2);
    assert.match(of.get('seats')?.seen ?? '', seen);
    assert.match(of.get('seats')?.remedy ?? '', /Correct "host" in the target file/);
    const words = ['verify', '--target', target, '--tags', '@nominal', '--format', 'json'];
    const { message, hint } = expectRefusal(await corridor(words, { cwd: folder.path }), 4);
    assert.match(message, seen);
    assert.match(hint, /Correct "host" in the target file/);
    assert.doesNotMatch(message + hint, /another port/);
  });

test('corridor doctor says for people what is wrong and, beneath, what to do', async () => {
  using folder = temporaryFolder();
  const target = writeTarget(folder.path, await addressOfNobody());
  const { status, stdout } = await corridor(['doctor', '--target', target], { cwd: folder.path });
  assert.equal(status, 2);
  assert.match(stdout, /✗ hub: .*nothing listens there \(ECONNREFUSED\)\n {4}Start the stack/);
  assert.match(stdout, /A run cannot be trusted yet\.\n$/);
});

test('corridor doctor finds nothing wrong with a stack that answers as it should', async () => {
  const { status, of } = await examineHostile({});
  assert.equal(status, 0);
  for (const id of ['hub', 'environment', 'clock']) assert.equal(of.get(id)?.severity, 'ok', id);
  assert.match(of.get('capabilities')?.seen ?? '', /base, extended.*no test clock/);
});

const seenInstead = {
  'accepts and hangs': /no whole answer within 0\.5 s/,
  'answers a web page': /a web page: .*Portail captif/,
  'answers rubbish': /not a JSON object: .*ready/,
  'answers 50 MB': /larger than 1048576 bytes/,
  redirects: /a redirect to \/connexion, which is not followed/,
  fails: /HTTP 500/,
} satisfies Partial<Record<keyof typeof halfSpeaking, RegExp>>;

for (const [way, seen] of Object.entries(seenInstead))
  test(`corridor doctor says what it saw of a stack whose health ${way}, and ends in time`, async () => {
    const health = halfSpeaking[way as keyof typeof seenInstead];
    const { status, of, asked } = await examineHostile({ health });
    assert.equal(status, 2);
    assert.match(of.get('hub')?.seen ?? '', seen);
    assert.deepEqual(asked, ['GET /v0/health'], 'asked once, and no redirect followed');
  });

test('corridor doctor says what it saw of capabilities that are a web page, or lack a field', async () => {
  const page = await examineHostile({ capabilities: halfSpeaking['answers a web page'] });
  assert.match(page.of.get('capabilities')?.seen ?? '', /a web page/);
  const partial = await examineHostile({ capabilities: answerJson({ classes: [] }) });
  assert.match(partial.of.get('capabilities')?.seen ?? '', /profileVersions/);
  assert.equal(partial.status, 2);
});

test('corridor doctor finds clocks that differ by more than is tolerated', async () => {
  const now = new Date(Date.now() - 20 * 60_000).toISOString();
  const { status, of } = await examineHostile({ health: answerJson({ environment: 'test', now }) });
  assert.equal(status, 2);
  assert.match(of.get('clock')?.seen ?? '', /clocks differ by 1(199|200|201) s/);
  assert.match(of.get('clock')?.remedy ?? '', /300 s is tolerated/);
  const unreadable = await examineHostile({ health: answerJson({ environment: 'test', now: 'midi' }) });
  assert.equal(unreadable.of.get('clock')?.severity, 'warning');
});

test('corridor doctor finds an environment other than the one in the target file, or none', async () => {
  const now = new Date().toISOString();
  const real = await examineHostile({ health: answerJson({ environment: 'production', now }) });
  assert.equal(real.status, 2);
  assert.match(real.of.get('environment')?.seen ?? '', /says "production", the target file says "test"/);
  const silent = await examineHostile({ health: answerJson({ now }) });
  assert.match(silent.of.get('environment')?.seen ?? '', /nothing about its environment/);
});

test('corridor doctor refuses a malformed target file, and a folder that is none is a finding', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'hub.yaml'), 'hub: 7');
  const ended = await corridor(['doctor', '--target', 'hub.yaml', '--format', 'json'], { cwd: folder.path });
  assert.match(expectRefusal(ended, 4).message, /hub\.yaml: hub/);
  assert.equal(existsSync(join(folder.path, 'reports')), false, 'nothing was looked at');
  const { stdout, status } = await corridor(['doctor', '--out', 'hub.yaml/runs', '--format', 'json'], {
    cwd: folder.path,
  });
  assert.equal(status, 2);
  assert.match(stdout, /hub\.yaml\/runs.*Give --out/);
});
