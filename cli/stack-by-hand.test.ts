import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyShape } from '../profile/export/cli-shapes.ts';
import { corridorHere } from './testing/corridor-here.ts';
import { CorridorProcess, corridor, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable } from './testing/expect-refusal.ts';
import { writeTarget } from './testing/hostile-stack.ts';
import { PostgresOnPath, postgresOnPath } from './testing/postgres-on-path.ts';
import { descendantsOf, isListening, leftOf } from './testing/process-tree.ts';
import {
  expectReadableEvidence,
  expectReportOf,
  runsIn,
  summaryOf,
  untilExchanged,
} from './testing/run-folder.ts';
import { SOME_SCENARIOS } from './testing/some-scenarios.ts';
import { StackByHand } from './testing/stack-by-hand.ts';

/** A few movements from notice to discharge: enough to know that a target is reached in both directions. */
const SOME = '@nominal and (@DIS-001 or @RTE-001 or @LED-002)';
const ENDED_WITHIN_MS = 40_000;

async function expectPass(folder: string, target: string) {
  const ended = await corridorHere(['verify', '--target', target, '--tags', SOME, '--format', 'json'], {
    cwd: folder,
  });
  expectReadable(ended);
  assert.equal(ended.status, 0, ended.stdout.slice(0, 2_000) + ended.stderr);
  const { verdict, scenarios, runDir, replay } = verifyShape.parse(JSON.parse(ended.stdout));
  assert.equal(verdict, 'pass');
  assert.ok(scenarios.pass > 0);
  assert.match(replay, new RegExp(`--target ${target} `), 'the replay line names the file');
  await expectReadableEvidence(runDir);
  return runDir;
}

test('a stack started by hand on its own database passes, and still runs afterwards', async () => {
  using folder = temporaryFolder();
  await using stack = await StackByHand.start();
  const target = writeTarget(folder.path, stack.url, 'name: pile lancée à la main\n');
  await expectPass(folder.path, target);
  assert.equal(stack.process.child.exitCode, null, 'a target is never stopped by the run');
  assert.equal(await isListening(stack.url), true);
});

test('what scenarios publish is put right: those that read the lists pass after them, and all of it twice', async () => {
  using folder = temporaryFolder();
  await using stack = await StackByHand.start();
  const target = writeTarget(folder.path, stack.url);
  const tags = '@REF-001 or @REF-004 or @VER-007 or @REF-020';
  for (const order of ['defined', 'random:7']) {
    const words = ['verify', '--target', target, '--tags', tags, '--order', order, '--format', 'json'];
    const ended = await corridorHere(words, { cwd: folder.path });
    assert.equal(ended.status, 0, order + ended.stdout.slice(0, 2_000) + ended.stderr);
  }
});

test('against production what reads is judged, the rest does not apply, and no country registers', async () => {
  using folder = temporaryFolder();
  await using stack = await StackByHand.start('--environment', 'production');
  const target = writeTarget(folder.path, stack.url, 'environment: production\n');
  const words = ['verify', '--target', target, '--tags', '@lecture-seule or @CAP-004', '--format', 'json'];
  const ended = await corridorHere(words, { cwd: folder.path });
  assert.equal(ended.status, 0, ended.stdout.slice(0, 2_000) + ended.stderr);
  const { scenarios } = verifyShape.parse(JSON.parse(ended.stdout));
  assert.deepEqual([scenarios.notApplicable, scenarios.fail], [1, 0]);
  assert.ok(scenarios.pass >= 10, `${scenarios.pass} passed`);
  const participants = await fetch(`${stack.url}/v0/participants`, { headers: { 'Corridor-Seat': 'TG' } });
  assert.deepEqual(await participants.json(), { participants: [] });
});

test('two runs at the same time in the same folder both pass, each in a run folder of its own', async () => {
  using folder = temporaryFolder();
  const words = ['verify', '--tags', '@nominal and @DEP-001', '--seed', '7', '--format', 'json'];
  const ended = await Promise.all([1, 2].map(() => corridor(words, { cwd: folder.path })));
  for (const { status, stdout, stderr } of ended) assert.equal(status, 0, stdout.slice(0, 2_000) + stderr);
  const runs = runsIn(folder.path);
  assert.equal(new Set(runs).size, 2);
  for (const run of runs) {
    assert.equal(summaryOf(run).state, 'complete');
    await expectReadableEvidence(run);
    await expectReportOf(run, 0);
  }
});

const bin = postgresOnPath();
const skip = bin === undefined && process.env['CI'] !== 'true' ? 'skipped: needs PostgreSQL on PATH' : false;

test('a stack started by hand on a PostgreSQL server passes', { skip }, async () => {
  assert.ok(bin, 'CI has PostgreSQL on PATH');
  using folder = temporaryFolder();
  await using server = await PostgresOnPath.start(bin);
  await using stack = await StackByHand.start('--database', server.url);
  assert.equal(stack.database, server.url);
  await expectPass(folder.path, writeTarget(folder.path, stack.url));
});

test('a stack killed with -9 in the middle of a run: in time, never a pass, and the run reads', async () => {
  using folder = temporaryFolder();
  await using stack = await StackByHand.start();
  const target = writeTarget(folder.path, stack.url);
  const words = ['verify', '--target', target, ...SOME_SCENARIOS, '--format', 'json'];
  await using verify = new CorridorProcess(words, { cwd: folder.path });
  const run = await untilExchanged(verify, folder.path, 30);
  const below = descendantsOf(stack.process.child.pid);
  stack.process.kill('SIGKILL');
  const killedAt = performance.now();
  const ended = await verify.ended;
  assert.ok(performance.now() - killedAt < ENDED_WITHIN_MS);
  expectReadable(ended);
  const { verdict, scenarios } = verifyShape.parse(JSON.parse(ended.stdout));
  assert.ok(verdict === 'inconclusive' || verdict === 'fail', verdict);
  assert.equal(ended.status, verdict === 'fail' ? 1 : 2);
  assert.equal(scenarios.error, 0, 'that the stack died is no fault of ours');
  assert.ok(scenarios.inconclusive > 0);
  await expectReadableEvidence(run);
  await expectReportOf(run, ended.status ?? 0);
  assert.deepEqual(await leftOf(below, 15_000), [], 'its database ends with it');
});
