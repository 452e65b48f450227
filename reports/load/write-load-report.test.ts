import assert from 'node:assert/strict';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadShape } from '../../profile/export/load-shape.ts';
import { ReconcileError } from '../reconcile/reconcile-error.ts';
import { reconciliation as reconciliationFile } from '../reconcile/reconciliation.ts';
import { one } from '../reconcile/testing/plant.ts';
import { renderLoadJson } from '../renderers/load-json.ts';
import { valueAt } from './distribution.ts';
import { answerTimes } from './judge-limits.ts';
import { measures as measuresFile } from './measures.ts';
import { exampleLoad, exampleSamples, loadFolder } from './testing/load-folder.ts';
import { loadParts } from './testing/load-parts.ts';
import { loadTraffic } from './testing/load-traffic.ts';
import { LOAD_REPORTS, writeLoadReport } from './write-load-report.ts';

const textOf = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');

test('an honest load passes, and its folder holds what was measured, reconciled and shown', async () => {
  await using folder = await loadFolder();
  const stages: string[] = [];
  const result = await writeLoadReport([folder.path], folder.path, {
    onStage: ({ name }) => stages.push(name),
  });
  assert.equal(result.verdict, 'pass');
  assert.deepEqual([stages[0], stages.at(-1)], ['evidence', 'measures']);
  assert.deepEqual(
    measuresFile.parse(JSON.parse(await textOf(folder.path, 'measures.json'))),
    result.measures,
  );
  assert.equal(
    reconciliationFile.parse(JSON.parse(await textOf(folder.path, 'reconciliation.json'))).verdict,
    'pass',
  );
  assert.match(await textOf(folder.path, 'load-report.html'), /Rapport de charge/);
  const machine = loadShape.parse(renderLoadJson(result));
  assert.deepEqual([machine.offered, machine.achieved, machine.failed], [140, 140, 0]);
});

test('a stack that answers fast and loses one delivery fails, though every limit holds', async () => {
  const honest = loadTraffic();
  const lost = one(honest, { kind: 'deliver', code: 'AT02', to: 'BF' });
  await using folder = await loadFolder({ exchanges: honest.filter((exchange) => exchange !== lost) });
  const { verdict, limits, reconciliation } = await writeLoadReport([folder.path], folder.path);
  assert.ok(limits.every(({ judged }) => judged.verdict === 'pass'));
  assert.deepEqual([verdict, reconciliation.verdict], ['fail', 'fail']);
});

test('a run killed in the middle reads and reconciles as far as it goes, and is inconclusive', async () => {
  const honest = loadTraffic();
  const cutAt = honest[150]?.at ?? 0;
  const { endedAt: _, drained: __, stopped: ___, k6: ____, ...begun } = exampleLoad({ state: 'running' });
  await using folder = await loadFolder({
    run: begun,
    exchanges: honest.filter(({ at }) => at <= cutAt),
    samples: exampleSamples().filter(({ at }) => Date.parse(at) <= cutAt),
  });
  await appendFile(join(folder.path, 'exchange.ndjson'), '{"kind":"submit","at":"2026-11-02T09');
  await appendFile(join(folder.path, 'samples.ndjson'), '{"at":"2026-');
  const result = await writeLoadReport([folder.path], folder.path);
  assert.deepEqual(
    result.limits.filter(({ judged }) => judged.verdict === 'fail'),
    [],
  );
  assert.equal(result.verdict, 'inconclusive', JSON.stringify(result.reconciliation.findings));
  assert.notEqual(result.reconciliation.verdict, 'fail');
  assert.ok(result.reconciliation.explained.some(({ explanation }) => explanation === 'interrupted'));
  assert.equal(result.measures.unread, 1);
  assert.ok(result.measures.offered.messages < 140, 'what was not due yet was not missed');
  assert.equal(renderLoadJson(result).state, 'running');
  assert.match(await textOf(folder.path, 'load-report.html'), /a été interrompue/);
});

test('a run that never sent anything is inconclusive, with a page that says so', async () => {
  await using folder = await loadFolder({
    exchanges: [],
    samples: [],
    run: exampleLoad({ state: 'interrupted' }),
  });
  const { verdict, limits } = await writeLoadReport([folder.path], folder.path);
  assert.equal(verdict, 'inconclusive');
  assert.ok(limits.every(({ judged }) => judged.verdict !== 'pass' || judged.name === 'backlog-drained'));
  const page = await textOf(folder.path, 'load-report.html');
  assert.match(page, /rien à mesurer/);
  assert.doesNotMatch(page, /NaN|Infinity|undefined/);
});

test('evidence that was changed is a fault of the harness, told, and no verdict on the stack', async () => {
  await using folder = await loadFolder();
  await writeFile(join(folder.path, 'exchange.ndjson'), 'no record\n'.repeat(3));
  const { verdict, reconciliation } = await writeLoadReport([folder.path], folder.path);
  assert.equal(verdict, 'error');
  assert.match(reconciliation.fault ?? '', /line 1/);
});

test('parts of three sites become one report: what one site sent and another received counts', async () => {
  const [first = {}, second = {}, third = {}] = loadParts(3);
  await using one = await loadFolder(first);
  await using two = await loadFolder(second);
  await using three = await loadFolder(third);
  await using out = await loadFolder({ exchanges: [] });
  const folder = join(out.path, 'whole');
  const result = await writeLoadReport([one.path, two.path, three.path, one.path], folder);
  assert.equal(result.verdict, 'pass');
  const { measures, runs } = result;
  assert.equal(runs.length, 3);
  assert.deepEqual([measures.acknowledged, measures.offered.messages], [210, 210]);
  assert.equal(answerTimes(measures).count, 210);
  assert.equal(
    measures.deliveries.reduce((sum, { delays }) => sum + delays.count, 0),
    210,
  );
  assert.deepEqual([valueAt(measures.late, 50), valueAt(measures.late, 99)], [3, 40]);
  assert.deepEqual(Object.keys(measures.bins[3]?.trackers ?? {}), ['1/3', '2/3', '3/3']);
  for (const name of LOAD_REPORTS) assert.ok((await textOf(folder, name)).length > 0, name);
});

test('an interrupt ends it with nothing written', async () => {
  await using folder = await loadFolder({ exchanges: loadTraffic({ journeys: 2 }) });
  await assert.rejects(
    writeLoadReport([folder.path], folder.path, { signal: AbortSignal.abort() }),
    (error) => error instanceof ReconcileError && error.code === 'INTERRUPTED',
  );
  await assert.rejects(textOf(folder.path, 'load-report.html'), /ENOENT/);
});

test('a place that cannot be written is told before the work begins', async () => {
  await using folder = await loadFolder({ exchanges: [] });
  await truncate(join(folder.path, 'samples.ndjson'));
  const stages: string[] = [];
  const place = join(folder.path, 'samples.ndjson', 'whole');
  await assert.rejects(
    writeLoadReport([folder.path], place, { onStage: ({ name }) => stages.push(name) }),
    /^LoadReportError: Failed to make the folder .*ENOTDIR/,
  );
  assert.deepEqual(stages, []);
});
