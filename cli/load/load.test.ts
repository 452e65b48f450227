import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { loadShape } from '../../profile/export/load-shape.ts';
import { readExchange } from '../../reports/evidence/read-exchange.ts';
import { verifyChain } from '../../reports/evidence/verify-chain.ts';
import { loadRun } from '../../reports/load/load-run.ts';
import { CorridorProcess, corridor, temporaryFolder } from '../testing/corridor-process.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { descendantsOf, leftOf } from '../testing/process-tree.ts';
import { onlyRun, untilExchanged } from '../testing/run-folder.ts';
import { withoutK6 } from './testing/needs-k6.ts';
import { tinyPlan } from './testing/tiny-plan.ts';

const LIMIT_MS = 120_000;
const GONE_WITHIN_MS = 20_000;
/** Two or three movements are on the road by then. */
const UNDER_WAY = 30;

const runOf = (folder: string) =>
  loadRun.parse(JSON.parse(readFileSync(join(onlyRun(folder), 'load.json'), 'utf8')));

const started = (folder: string, words: readonly string[] = [], more: object = {}): CorridorProcess =>
  new CorridorProcess(['load', tinyPlan(folder, more), '--seed', '1', '--format', 'json', ...words], {
    cwd: folder,
    limitMs: LIMIT_MS,
  });

describe('where k6 is there', async () => {
  const skip = await withoutK6(process.env);

  test('a plan is played whole over a bad line, judged, and reconciles; nothing of it holds a secret', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    const provenance = 'assumption: of a test';
    const fault = { name: 'lost-answer', probability: 0.5 };
    const links = [{ country: 'BF', fault, from: 6, until: 20, provenance }];
    const limits = [{ limit: 'achieved', least: 1, provenance }];
    const { status, stdout, stderr } = await started(folder.path, [], { links, limits }).ended;
    assert.equal(status, 0, stdout + stderr);
    const result = loadShape.parse(JSON.parse(stdout));
    assert.equal(result.verdict, 'pass');
    assert.equal(result.achieved, result.offered);
    assert.ok(result.offered > 100, String(result.offered));
    assert.equal(result.reconciliation.movements, 14);
    assert.ok(result.attempts > result.achieved, 'what a bad line lost was repeated');
    const run = onlyRun(folder.path);
    assert.equal((await verifyChain(join(run, 'exchange.ndjson'))).holds, true);
    for (const name of readdirSync(run).filter((file) => file !== 'traffic.txt'))
      assert.doesNotMatch(readFileSync(join(run, name), 'utf8'), /"accessCode\\?":\\?"[A-Z0-9]{4}/, name);
    assert.equal(runOf(folder.path).k6?.exitCode, 0);
    const parts = ['load-report.html', 'k6-summary.json', 'measures.json', 'reconciliation.json'];
    for (const file of parts) assert.ok(existsSync(join(run, file)), file);
  });

  test('Ctrl-C ends k6, drains, and reports what was played as inconclusive', { skip }, async () => {
    using folder = temporaryFolder();
    await using load = started(folder.path);
    await untilExchanged(load, folder.path, UNDER_WAY);
    const below = descendantsOf(load.child.pid);
    assert.ok(
      below.some(({ command }) => /k6.* run /.test(command)),
      'k6 runs',
    );
    load.kill('SIGINT');
    const { status, stdout, stderr } = await load.ended;
    const { verdict, state, reconciliation } = loadShape.parse(JSON.parse(stdout));
    assert.deepEqual(reconciliation.findings, [], stderr);
    assert.deepEqual([status, verdict, state], [2, 'inconclusive', 'interrupted']);
    assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
  });

  test('killed with -9 it leaves nobody behind, and what was recorded is read and reconciles', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    await using load = started(folder.path);
    const run = await untilExchanged(load, folder.path, UNDER_WAY);
    const below = descendantsOf(load.child.pid);
    load.kill('SIGKILL');
    await load.ended;
    assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
    assert.equal(runOf(folder.path).state, 'running');
    let lines = 0;
    for await (const _line of readExchange(join(run, 'exchange.ndjson'))) lines += 1;
    assert.ok(lines >= UNDER_WAY - 1, String(lines));
    const report = await corridor(['report', run], { cwd: folder.path });
    assert.equal(report.status, 2, report.stdout + report.stderr);
    const books = await corridor(['reconcile', run, '--format', 'json'], { cwd: folder.path });
    assert.equal(books.status, 0, books.stdout + books.stderr);
  });

  test('a stack that is killed under load ends the run; what was recorded reconciles', { skip }, async () => {
    using folder = temporaryFolder();
    // A stack that dies answers nothing any more: an error rate would say so, and be right.
    const limits = [{ limit: 'achieved', least: 1, provenance: 'assumption: of a test' }];
    await using load = started(folder.path, [], { limits });
    await untilExchanged(load, folder.path, UNDER_WAY);
    const below = descendantsOf(load.child.pid);
    const stack = below.find(({ command }) => /corridor\.js stack/.test(command));
    assert.ok(stack, 'a stack runs');
    process.kill(stack.pid, 'SIGKILL');
    const { status, stdout, stderr } = await load.ended;
    const { verdict, state, reconciliation } = loadShape.parse(JSON.parse(stdout));
    assert.deepEqual(reconciliation.findings, [], stderr);
    assert.deepEqual([status, verdict, state], [2, 'inconclusive', 'interrupted']);
    assert.deepEqual(await leftOf(below, GONE_WITHIN_MS), []);
  });
});

test('what is wrong with a plan is told in a sentence, and nothing is written', async () => {
  using folder = temporaryFolder();
  for (const [more, seen] of [
    [{ limits: [] }, /limits/],
    [{ departures: [{ from: 'TG', perDay: 0 }] }, /departures\.0/],
    [
      {
        links: [
          { country: 'TG', fault: { name: 'no-such-fault' }, from: 1, until: 2, provenance: 'assumption' },
        ],
      },
      /no-such-fault/,
    ],
    [{ departures: [], convoys: [] }, /departures/],
    [
      { links: [{ country: 'FR', fault: { name: 'cut' }, from: 1, until: 2, provenance: 'assumption' }] },
      /FR/,
    ],
  ] as const) {
    const words = ['load', tinyPlan(folder.path, more), '--format', 'json'];
    assert.match(expectRefusal(await corridor(words, { cwd: folder.path }), 4).message, seen);
  }
  assert.deepEqual(readdirSync(folder.path), ['tiny.yaml']);
});
