import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { corridor, type Ended, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';
import {
  addressOfNobody,
  answerJson,
  HostileStack,
  halfSpeaking,
  writeTarget,
} from './testing/hostile-stack.ts';
import { expectReadableEvidence, expectReportOf, onlyRun, runsIn, summaryOf } from './testing/run-folder.ts';

type Way = keyof typeof halfSpeaking;

const ways = Object.keys(halfSpeaking) as Way[];
/** Far above what these runs take, far below the 30 s that one answer may take by default. */
const BOUND_MS = 20_000;
const BY_THE_DEADLINE: ReadonlySet<Way> = new Set(['accepts and hangs', 'drips a body', 'drips a header']);

const verify = (cwd: string, target: string, ...more: string[]): Promise<Ended> =>
  corridor(['verify', '--target', target, '--tags', '@nominal', '--answer-within', '0.4', ...more], {
    cwd,
    limitMs: BOUND_MS,
  });

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

const instead: Record<Way, RegExp> = {
  'closes at once': /la liaison s'est rompue/,
  'accepts and hangs': /pas de réponse entière en 0\.4 s/,
  'answers a web page': /une page web : .*Portail captif/,
  'answers rubbish': /autre chose qu'un objet JSON : .*ready/,
  'answers a number': /autre chose qu'un objet JSON : 42/,
  'answers nothing': /une réponse vide/,
  'answers 50 MB': /une réponse de plus de 1048576 octets/,
  'drips a body': /pas de réponse entière en 0\.4 s/,
  'drips a header': /pas de réponse entière en 0\.4 s/,
  'sends headers without end': /la liaison s'est rompue/,
  'speaks another protocol': /la liaison s'est rompue/,
  redirects: /une redirection vers \/connexion, qui n'est pas suivie/,
  fails: /réponse 500/,
};

for (const way of ways)
  test(`a stack that, asked for its capabilities, ${way}: inconclusive, in time, with what was seen`, async () => {
    await using stack = await HostileStack.start({ capabilities: halfSpeaking[way] });
    await inconclusiveOf(stack.url, instead[way]);
    assert.deepEqual(stack.asked, ['GET /v0/capabilities'], 'asked once, and no redirect followed');
  });

test('a stack that nobody started: inconclusive, with what was seen', async () => {
  await inconclusiveOf(await addressOfNobody(), /rien n'écoute à cette adresse \(ECONNREFUSED\)/);
});

test('a port that accepts and never says a byte of HTTP: inconclusive, in time', async () => {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await inconclusiveOf(`http://127.0.0.1:${port}`, /pas de réponse entière/);
  server.close();
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
});

for (const way of ['accepts and hangs', 'answers 50 MB', 'fails'] as const)
  test(`a stack that, asked to register a country, ${way}: inconclusive before the first scenario`, async () => {
    await using stack = await HostileStack.start({ participants: halfSpeaking[way] });
    await inconclusiveOf(stack.url, /n'inscrit pas TG \(PUT \/v0\/participants\/TG\)/);
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
    assert.equal(scenarios.pass, 0);
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
  const ended = await verify(folder.path, stack.target(folder.path));
  expectReadable(ended);
  assert.equal(ended.status, 2);
  assert.match(ended.stderr, /La cible ne répond plus : timeout/);
  assert.ok(ended.stderr.split('\n').length < 12, ended.stderr);
});
