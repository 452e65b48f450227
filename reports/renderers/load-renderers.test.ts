import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Limit } from '../../profile/load/limit.ts';
import { judgeLimits, type LimitSeen } from '../load/judge-limits.ts';
import type { LoadResult } from '../load/load-result.ts';
import { measureRuns } from '../load/measure.ts';
import { noMeasures } from '../load/merge-measures.ts';
import { readLoadRun } from '../load/read-load-run.ts';
import { exampleLoad, keptLimits, loadFolder } from '../load/testing/load-folder.ts';
import { failedReconciliation } from '../reconcile/reconciliation.ts';
import { catalogue } from './catalogue.ts';
import { renderLoadHtml } from './html/render-load.ts';
import { renderLoadConsole } from './load-console.ts';
import { renderLoadJson } from './load-json.ts';
import { limitText, shareText } from './load-text.ts';

const nothing = (part: Partial<LoadResult> = {}): LoadResult => ({
  verdict: 'inconclusive',
  runs: [exampleLoad()],
  runDir: '/runs/one',
  measures: noMeasures,
  limits: judgeLimits(keptLimits, noMeasures, true),
  reconciliation: { ...failedReconciliation(''), verdict: 'pass' },
  ...part,
});

async function measuredResult(): Promise<LoadResult> {
  await using folder = await loadFolder();
  const { run } = await readLoadRun(folder.path);
  const measures = await measureRuns([{ folder: folder.path, run }]);
  return nothing({ verdict: 'pass', measures, limits: judgeLimits(run.plan.limits, measures, true) });
}

test('the console names each limit with what was seen, and ends with the verdict and how to play it again', async () => {
  const text = renderLoadConsole(await measuredResult());
  assert.match(text, /^Un jour ordinaire \(ordinary-day\), graine 1, sel a1b2c3, 25\.0 s$/m);
  assert.match(text, /^140 messages acquittés sur 140 prévus \(100\u00a0%\)$/m);
  assert.match(text, /^✓ Temps de réponse, avis de transit, médiane : 1,5\u00a0ms, au plus 20\u00a0ms$/m);
  assert.match(text, /^✓ Envois restés sans acquittement : 0\u00a0%, au plus 1\u00a0%$/m);
  const lines = text.split('\n');
  assert.equal(lines.at(-1), '✓ CONFORME   corridor load ordinary-day --seed 1 --salt a1b2c3');
  assert.ok(lines.slice(0, -2).every(({ length }) => length <= 80));
});

test('where nothing was measured the console says so, and English is one option away', () => {
  const french = renderLoadConsole(nothing());
  assert.match(french, /^\? Délai de remise, BF, 95e centile : rien à mesurer, au plus 100\u00a0ms$/m);
  assert.doesNotMatch(french, /NaN|undefined|null/);
  const english = renderLoadConsole(nothing(), { language: 'en' });
  assert.match(
    english,
    /^\? Delivery delay, BF, 95th percentile : nothing to measure, at most 100\u00a0ms$/m,
  );
});

test('colour comes only when asked for, and hostile names cannot steer the terminal', () => {
  const { plan } = exampleLoad();
  const run = exampleLoad({
    plan: { ...plan, title: { fr: '\u001b[2J\u202egnp', en: 'x' } },
    replay: 'corridor load \u001b]0;x\u0007',
  });
  const text = renderLoadConsole(nothing({ runs: [run] }));
  for (const sign of ['\u001b', '\u0007', '\u202e']) assert.ok(!text.includes(sign));
  assert.ok(renderLoadConsole(nothing(), { colour: true }).includes('\u001b[33m? INDÉCIS\u001b[0m'));
});

test('every kind of limit has words in both languages, and its own unit', () => {
  const provenance = 'assumption: a number for tests';
  const seen = (limit: Limit, value: number): LimitSeen => ({
    limit,
    judged: { name: '', limit: '', seen: value, unit: unitOf(limit), verdict: 'pass' },
  });
  const unitOf = ({ limit }: Limit): string =>
    ({ 'lead-time': 'h', 'backlog-drained': 's', 'error-rate': '', achieved: '' })[limit as string] ?? 'ms';
  const texts = (limit: Limit, value: number) =>
    (['fr', 'en'] as const).map((language) =>
      Object.values(limitText(seen(limit, value), catalogue[language])).join(' | '),
    );
  assert.deepEqual(texts({ limit: 'answer-time', percentile: 99, mostMs: 2_000, provenance }, 1_234.5), [
    'Temps de réponse, tous messages, 99e centile | au plus 2\u202f000\u00a0ms | 1\u202f235\u00a0ms',
    'Answer time, all messages, 99th percentile | at most 2,000\u00a0ms | 1,235\u00a0ms',
  ]);
  assert.deepEqual(texts({ limit: 'lead-time', percentile: 1, leastHours: 2, provenance }, -3.25), [
    'Avance de l’avis sur le camion, 1er centile | au moins 2\u00a0h | -3,25\u00a0h',
    'Lead of the notice before the truck, 1st percentile | at least 2\u00a0h | -3.25\u00a0h',
  ]);
  assert.deepEqual(texts({ limit: 'achieved', least: 1, provenance }, 0.999_999), [
    'Messages acquittés, de ceux qui étaient prévus | au moins 100\u00a0% | 99,999\u00a0%',
    'Messages acknowledged, of those that were due | at least 100\u00a0% | 99.999\u00a0%',
  ]);
  for (const limit of keptLimits)
    for (const text of texts(limit, 1)) assert.doesNotMatch(text, /undefined|\[object/);
});

test('a share is never rounded up to the whole', () => {
  assert.equal(shareText(0.999_999_9, 'fr-FR'), '99,999\u00a0%');
  assert.equal(shareText(1, 'fr-FR'), '100\u00a0%');
});

test('the machine shape of a run that was killed tells how far it came', () => {
  const { endedAt: _, ...killed } = exampleLoad({ state: 'running' });
  const { state, durationMs, parts, runDir } = renderLoadJson(nothing({ runs: [killed] }));
  assert.deepEqual(
    { state, durationMs, parts, runDir },
    {
      state: 'running',
      durationMs: 0,
      parts: [{ runId: killed.runId }],
      runDir: '/runs/one',
    },
  );
});

test('texts of others stay texts in the page', () => {
  const { plan, target } = exampleLoad();
  const hostile = '"><img src=x onerror=alert(1)></title><script>alert(2)</script>';
  const run = exampleLoad({
    plan: { ...plan, name: hostile, title: { fr: hostile, en: hostile } },
    target: { ...target, name: hostile, hub: hostile },
    replay: hostile,
    salt: hostile,
    runId: hostile,
    segment: hostile,
    versions: { [hostile]: hostile },
  });
  const bin = { at: 1_000, offered: 1, attempts: 1, failed: 0, refused: 0, acknowledged: 1, answered: 0 };
  const none = { count: 0, most: 0, histogram: '' };
  const gauges = { deliveries: {}, pending: { [hostile]: 2 }, trackers: { [hostile]: 1 } };
  const processes = { [hostile]: { samples: 1, cpuPercentSum: 1, memoryMiB: 1 } };
  const measures = { ...noMeasures, bins: [{ ...bin, ...gauges, processes, answers: none, late: none }] };
  const page = renderLoadHtml(nothing({ runs: [run, run], measures }), [
    { part: hostile, href: 'k6-dashboard.html' },
  ]);
  assert.doesNotMatch(page, /<(img|script)/);
  assert.ok(page.includes('&lt;img'));
});
