import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, before, test } from 'node:test';
import { runSummary } from '../reports/evidence/run.ts';
import { type RunOptions, runFeatures, startReferenceTarget } from './run.ts';
import { stackCommand } from './support/targets/stack-command.ts';

const ROW = 'depart/parcours-complet#de-depart-a-destination-par-frontiere/5';
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-run-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const run = (options: RunOptions) => {
  const io = { stdout: new PassThrough(), stderr: new PassThrough(), env: process.env, cwd: folder };
  return runFeatures({ seed: 7, outDir: '.', ...options }, io);
};

test('one row of examples, chosen by its id, runs alone, passes, and leaves a whole run folder', async () => {
  const { summary, scenarios, failures, runDir } = await run({ scenario: ROW });
  assert.deepEqual(
    scenarios.map(({ id, verdict }) => [id, verdict]),
    [[ROW, 'pass']],
  );
  assert.deepEqual(failures, []);
  assert.deepEqual((await readdir(runDir)).sort(), ['exchange.ndjson', 'messages.ndjson', 'run.json']);
  const written = runSummary.parse(JSON.parse(await readFile(join(runDir, 'run.json'), 'utf8')));
  assert.deepEqual(written, summary);
  assert.equal(written.state, 'complete');
});

test('a stack that forgets the last country is red, for the requirement that it breaks', async () => {
  const { summary, failures } = await run({
    requirements: ['RTE-003'],
    deviation: 'forgets-the-last-country',
    stopOnceRed: ['RTE-003'],
  });
  assert.equal(summary.verdict, 'fail');
  assert.ok(
    failures.some(({ requirement, observed }) => requirement === 'RTE-003' && /informées/.test(observed)),
  );
});

test('a stack that goes away leaves nothing conform and nothing failed: nobody can say', async () => {
  const target = await startReferenceTarget({
    command: stackCommand,
    env: process.env,
    runId: 'leaves',
    now: Date.now,
  });
  const { scenarios } = await run({
    target: Promise.resolve(target),
    tags: '@RTE-012',
    onProgress: ({ done }) => void (done === 1 && target.main[Symbol.asyncDispose]()),
  });
  const [first, ...others] = scenarios.map(({ verdict }) => verdict);
  assert.equal(first, 'pass');
  assert.equal(others.length, 8);
  assert.deepEqual(new Set(others), new Set(['inconclusive']));
});

test('the same seed and salt give the same traffic, another seed another', async () => {
  const traffic = async (seed: number) => {
    const { runDir } = await run({ scenario: ROW, seed, salt: 'same' });
    const lines = (await readFile(join(runDir, 'exchange.ndjson'), 'utf8')).trim().split('\n');
    const submitted = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'submit');
    return submitted.map(({ body }) => JSON.parse(body).payload.vehicle ?? JSON.parse(body).messageType);
  };
  const [once, again, other] = [await traffic(1), await traffic(1), await traffic(2)];
  assert.deepEqual(once, again);
  assert.notDeepEqual(once, other);
});

test('a scenario that does not exist is told before anything is started', async () => {
  await assert.rejects(run({ scenario: 'depart/mainlevee#rien' }), { code: 'UNKNOWN_SCENARIO' });
});
