import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { hang } from '../features/support/testing/half-speaking.ts';
import { exploreShape, verifyShape } from '../profile/export/cli-shapes.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import { reconcileShape } from '../profile/export/reconcile-shape.ts';
import { readExchange } from '../reports/evidence/read-exchange.ts';
import { CorridorProcess, corridor, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';
import { HostileStack } from './testing/hostile-stack.ts';
import { descendantsOf, isListening, leftOf, untilDescendant } from './testing/process-tree.ts';
import {
  expectReadableEvidence,
  expectReportOf,
  onlyRun,
  runsIn,
  summaryOf,
  untilExchanged,
} from './testing/run-folder.ts';
import { SOME_SCENARIOS } from './testing/some-scenarios.ts';

const FOR_PEOPLE = ['verify', ...SOME_SCENARIOS];
const VERIFY = [...FOR_PEOPLE, '--format', 'json'];
const ENDED_WITHIN_MS = 15_000;
const GONE_WITHIN_MS = 15_000;
const POSTGRES = /postgres.* -D /;

/** Addresses that the run listened on: the hub's and those that the simulated countries registered. */
async function listenersOf(run: string): Promise<string[]> {
  const addresses = new Set([summaryOf(run).target.hub]);
  for await (const { method, body } of readExchange(join(run, 'exchange.ndjson'))) {
    const registered =
      method === 'PUT' ? (JSON.parse(body ?? '{}') as { baseUrl?: string }).baseUrl : undefined;
    if (registered !== undefined) addresses.add(registered);
  }
  return [...addresses];
}

async function expectNobodyListening(run: string): Promise<void> {
  const addresses = await listenersOf(run);
  // The hub and four countries, and those of a second stack when one was ready by then.
  assert.ok(addresses.length >= 5, addresses.join(' '));
  for (const address of addresses) assert.equal(await isListening(address), false, address);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} in the middle of corridor verify ends it soon, with a readable run and nothing left`, async () => {
    using folder = temporaryFolder();
    const words = signal === 'SIGINT' ? VERIFY : FOR_PEOPLE;
    await using verify = new CorridorProcess(words, { cwd: folder.path });
    const run = await untilExchanged(verify, folder.path, 20);
    const below = descendantsOf(verify.child.pid);
    assert.ok(
      below.some(({ command }) => POSTGRES.test(command)),
      'a database runs',
    );
    const toldAt = performance.now();
    verify.kill(signal);
    const ended = await verify.ended;
    assert.ok(performance.now() - toldAt < ENDED_WITHIN_MS);
    expectReadable(ended);
    assert.equal(ended.status, 2, ended.stdout.slice(0, 500));
    if (signal === 'SIGINT') verifyShape.parse(JSON.parse(ended.stdout));
    else assert.match(ended.stdout, /La campagne a été interrompue/);
    assert.ok(ended.stderr.split('\n').length < 12, ended.stderr);
    const { fail, error } = summaryOf(run).scenarios;
    assert.equal(fail + error, 0, "the interruption is nobody's fault");
    assert.deepEqual([summaryOf(run).state, summaryOf(run).verdict], ['interrupted', 'inconclusive']);
    assert.ok((await expectReadableEvidence(run)).count > 20);
    assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
    await expectNobodyListening(run);
    await expectReportOf(run, 2);
  });

test('SIGINT while the stack is still starting ends with a sentence, no run folder and nothing left', async () => {
  using folder = temporaryFolder();
  await using verify = new CorridorProcess(VERIFY, { cwd: folder.path });
  const below = await untilDescendant(verify.child.pid, /stack --format json/, 20_000);
  verify.kill('SIGINT');
  const ended = await verify.ended;
  if (runsIn(folder.path).length === 0) assert.equal(expectRefusal(ended, 2).code, 'INTERRUPTED');
  else assert.equal(ended.status, 2, 'the stack was ready before the signal came');
  assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
});

test('SIGTERM while a stack lets us wait does not wait for the answer', async () => {
  using folder = temporaryFolder();
  const asked = Promise.withResolvers<void>();
  await using stack = await HostileStack.start({ messages: () => asked.resolve() });
  const target = stack.target(folder.path);
  await using verify = new CorridorProcess([...VERIFY, '--target', target], { cwd: folder.path });
  await asked.promise;
  const toldAt = performance.now();
  verify.kill('SIGTERM');
  const { status } = await verify.ended;
  assert.equal(status, 2);
  assert.ok(performance.now() - toldAt < ENDED_WITHIN_MS, 'an answer may take 30 s');
  const run = onlyRun(folder.path);
  assert.equal(summaryOf(run).state, 'interrupted');
  await expectReadableEvidence(run);
  await expectReportOf(run, 2);
});

test('a hanging stack ends on Ctrl-C even before it has said what it can', async () => {
  using folder = temporaryFolder();
  const asked = Promise.withResolvers<void>();
  await using stack = await HostileStack.start({
    participants: (request, response) => {
      asked.resolve();
      hang(request, response);
    },
  });
  const target = stack.target(folder.path);
  await using verify = new CorridorProcess([...VERIFY, '--target', target], { cwd: folder.path });
  await asked.promise;
  const toldAt = performance.now();
  verify.kill('SIGINT');
  const ended = await verify.ended;
  assert.ok(performance.now() - toldAt < ENDED_WITHIN_MS);
  expectRefusal(ended, 2);
  assert.equal(summaryOf(onlyRun(folder.path)).state, 'interrupted');
});

test('kill -9 of corridor verify leaves no stack, no database and no socket, and a run that reads', async () => {
  using folder = temporaryFolder();
  await using verify = new CorridorProcess(VERIFY, { cwd: folder.path });
  const run = await untilExchanged(verify, folder.path, 20);
  const below = descendantsOf(verify.child.pid);
  assert.ok(
    below.some(({ command }) => POSTGRES.test(command)),
    'a database runs',
  );
  verify.kill('SIGKILL');
  await verify.ended;
  assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
  await expectNobodyListening(run);
  assert.notEqual(summaryOf(run).verdict, 'pass');
  await expectReadableEvidence(run);
  // The scenario under way broke off by a fault of ours.
  await expectReportOf(run, 3);
});

test('kill -9 of the launcher ends the run that it started as Ctrl-C would', async () => {
  using folder = temporaryFolder();
  // What bin/corridor.js does under an older Node: another Node, inherited streams, one channel.
  const launch = `require('node:child_process').spawn(process.execPath, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })`;
  const command = [process.execPath, '-e', launch, join(packageRoot(), 'bin', 'corridor.js')] as const;
  await using launcher = new CorridorProcess(VERIFY, { cwd: folder.path, command });
  const run = await untilExchanged(launcher, folder.path, 20);
  const below = descendantsOf(launcher.child.pid);
  launcher.kill('SIGKILL');
  await launcher.ended;
  assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
  assert.equal(summaryOf(run).state, 'interrupted');
  await expectReadableEvidence(run);
});

test('SIGINT in the middle of corridor explore tells what was played, judges nothing that it cut, and blames nobody', async () => {
  using folder = temporaryFolder();
  const words = ['explore', '--seed', '5', '--time', '60', '--format', 'json'];
  await using explore = new CorridorProcess(words, { cwd: folder.path });
  const run = await untilExchanged(explore, folder.path, 400);
  explore.kill('SIGINT');
  const ended = await explore.ended;
  assert.equal(ended.status, 2, ended.stdout.slice(0, 500));
  const { verdict, sequences, messages, states, failures, replay } = exploreShape.parse(
    JSON.parse(ended.stdout),
  );
  assert.deepEqual([verdict, failures], ['inconclusive', []]);
  assert.ok(sequences > 0 && messages > 0 && states.visited > 0, ended.stdout.slice(0, 200));
  assert.equal(replay, 'corridor explore --seed 5 --time 60');
  assert.deepEqual([summaryOf(run).state, summaryOf(run).replay], ['interrupted', replay]);
  await expectReportOf(run, 2);
  const books = await corridor(['reconcile', run, '--format', 'json'], { cwd: folder.path });
  assert.equal(books.status, 0, books.stdout.slice(0, 500));
  assert.equal(reconcileShape.parse(JSON.parse(books.stdout)).verdict, 'pass');
});
