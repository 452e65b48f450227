import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerJson, halfSpeaking } from '../features/support/testing/half-speaking.ts';
import { corridorHere } from './testing/corridor-here.ts';
import { corridor, type Ended, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';
import { addressOfNobody, HostileStack, writeTarget } from './testing/hostile-stack.ts';
import { expectReadableEvidence, expectReportOf, onlyRun, runsIn, summaryOf } from './testing/run-folder.ts';
import { SOME_SCENARIOS } from './testing/some-scenarios.ts';

type Way = keyof typeof halfSpeaking;

/** The other ways are tried beside `ask` and `HubClient`, in one process. */
const ways: readonly Way[] = [
  'closes at once',
  'accepts and hangs',
  'answers a web page',
  'answers rubbish',
  'answers 50 MB',
  'drips a body',
  'redirects',
];
/** Far above what these runs take, far below the 30 s that one answer may take by default. */
const BOUND_MS = 20_000;
const BY_THE_DEADLINE: ReadonlySet<Way> = new Set(['accepts and hangs', 'drips a body']);

const verifying = (target: string): string[] => {
  return ['verify', '--target', target, ...SOME_SCENARIOS, '--answer-within', '0.4'];
};

const verify = (cwd: string, target: string, ...more: string[]): Promise<Ended> =>
  corridorHere([...verifying(target), ...more], { cwd, limitMs: BOUND_MS });

/** No verdict was possible: exit 2, one sentence that quotes what was seen, and a remedy. */
async function inconclusiveOf(hub: string, seen: RegExp): Promise<void> {
  using folder = temporaryFolder();
  const ended = await verify(folder.path, writeTarget(folder.path, hub), '--format', 'json');
  const { code, message, hint } = expectRefusal(ended, 2);
  assert.equal(code, 'INCONCLUSIVE');
  assert.match(message, seen);
  assert.match(message, new RegExp(hub));
  assert.match(hint, /doctor|binding/);
  for (const run of runsIn(folder.path)) {
    assert.equal(summaryOf(run).state, 'interrupted');
    await expectReadableEvidence(run);
    await expectReportOf(run, 2);
  }
}

const instead = {
  'accepts and hangs': /pas de réponse entière en 0\.4 s/,
  'answers a web page': /une page web : .*Portail captif/,
  'answers 50 MB': /une réponse de plus de 1048576 octets/,
  redirects: /une redirection vers \/connexion, qui n'est pas suivie/,
} satisfies Partial<Record<Way, RegExp>>;

for (const [way, seen] of Object.entries(instead))
  test(`a stack that, asked for its capabilities, ${way}: inconclusive, in time, with what was seen`, async () => {
    await using stack = await HostileStack.start({ capabilities: halfSpeaking[way as keyof typeof instead] });
    await inconclusiveOf(stack.url, seen);
    assert.deepEqual(stack.asked, ['GET /v0/capabilities'], 'asked once, and no redirect followed');
  });

test('a stack that nobody started: inconclusive, with what was seen', async () => {
  await inconclusiveOf(await addressOfNobody(), /rien n'écoute à cette adresse \(ECONNREFUSED\)/);
});

test('capabilities that lack fields are named, not taken for a statement', async () => {
  await using stack = await HostileStack.start({ capabilities: answerJson({ classes: ['base'] }) });
  await inconclusiveOf(stack.url, /champs absents ou illisibles : profileVersions, messages/);
});

test('a stack that says it is in production gets no message when the target file says test', async () => {
  using folder = temporaryFolder();
  const real = {
    profileVersions: ['0.1'],
    classes: ['base'],
    messages: [],
    testClock: false,
    mergedArrival: false,
    signatures: false,
    guaranteeRegister: false,
    environment: 'production',
  };
  await using stack = await HostileStack.start({ capabilities: answerJson(real) });
  const ended = await verify(folder.path, stack.target(folder.path), '--format', 'json');
  const { code, message } = expectRefusal(ended, 4);
  assert.equal(code, 'OTHER_ENVIRONMENT');
  assert.match(message, /« production ».*« test »/);
  assert.deepEqual(stack.asked, ['GET /v0/capabilities']);
  assert.deepEqual(runsIn(folder.path), [], 'no run is left that "last" could mean');
});

test('a stack that hangs when a country registers: inconclusive before the first scenario', async () => {
  await using stack = await HostileStack.start({ participants: halfSpeaking['accepts and hangs'] });
  await inconclusiveOf(stack.url, /n'inscrit pas TG \(PUT \/v0\/participants\/TG\) : timeout/);
  assert.deepEqual(stack.asked, ['GET /v0/capabilities', 'PUT /v0/participants/TG']);
});

for (const way of ways)
  test(`a stack that, given a message, ${way}: never a pass, in time, and the run folder reads`, async () => {
    using folder = temporaryFolder();
    await using stack = await HostileStack.start({ messages: halfSpeaking[way] });
    const ended = await verify(folder.path, stack.target(folder.path), '--format', 'json');
    expectReadable(ended);
    const { verdict, scenarios, failures } = JSON.parse(ended.stdout);
    const expected = BY_THE_DEADLINE.has(way) ? ['inconclusive', 2] : ['fail', 1];
    assert.deepEqual([verdict, ended.status], expected, ended.stdout.slice(0, 1_000));
    assert.equal(scenarios.error, 0, 'what the stack does is no fault of ours');
    assert.equal(failures.length > 0, verdict === 'fail');
    const run = onlyRun(folder.path);
    await expectReadableEvidence(run);
    const text = await expectReportOf(run, ended.status ?? 0);
    if (verdict === 'inconclusive') assert.match(text, /n'a pas répondu en 0\.4 s/);
  });

test('a stack that falls silent altogether is told once for people, with what to do', async () => {
  using folder = temporaryFolder();
  const hang = halfSpeaking['accepts and hangs'];
  await using stack = await HostileStack.start({ messages: hang, health: hang });
  const words = verifying(stack.target(folder.path));
  const ended = await corridor(words, { cwd: folder.path, limitMs: BOUND_MS });
  expectReadable(ended);
  assert.equal(ended.status, 2);
  assert.match(ended.stderr, /La cible ne répond plus : timeout/);
  assert.ok(ended.stderr.split('\n').length < 12, ended.stderr);
});
