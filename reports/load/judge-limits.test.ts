import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Limit } from '../../profile/load/limit.ts';
import { failedReconciliation, type Reconciliation } from '../reconcile/reconciliation.ts';
import { changed, one } from '../reconcile/testing/plant.ts';
import { distributionOf } from './distribution.ts';
import { isWhole, judgeLimits, leadAt, verdictOfLoad } from './judge-limits.ts';
import type { JudgedLimit, LoadRun } from './load-run.ts';
import { measureRuns } from './measure.ts';
import { noMeasures } from './merge-measures.ts';
import { readLoadRun } from './read-load-run.ts';
import {
  exampleLoad,
  exampleSamples,
  keptLimits,
  type LoadFolderParts,
  loadFolder,
} from './testing/load-folder.ts';
import { answeredAfter, loadTraffic } from './testing/load-traffic.ts';

const nameOf = (limit: Limit): string => JSON.stringify({ ...limit, provenance: undefined });

async function judged(parts: LoadFolderParts): Promise<JudgedLimit[]> {
  await using folder = await loadFolder(parts);
  const { run } = await readLoadRun(folder.path);
  const measures = await measureRuns([{ folder: folder.path, run }]);
  return judgeLimits(run.plan.limits, measures, isWhole([run])).map((seen) => seen.judged);
}

const verdictsOf = (limits: readonly JudgedLimit[]): Record<string, string> =>
  Object.fromEntries(limits.map(({ name, verdict }) => [name, verdict]));

test('every limit that the example load keeps is a pass, with what was seen and its unit', async () => {
  const limits = await judged({});
  assert.equal(limits.length, keptLimits.length);
  assert.deepEqual(new Set(limits.map(({ verdict }) => verdict)), new Set(['pass']));
  assert.deepEqual(limits[3], {
    name: 'delivery-delay p99',
    limit: '<= 100 ms',
    seen: 18.5,
    unit: 'ms',
    verdict: 'pass',
  });
});

const honest = loadTraffic();
const slow = (code?: string) =>
  changed(honest, { kind: 'submit', ...(code !== undefined && { code }) }, answeredAfter(60));
const lost = one(honest, { kind: 'submit', code: 'AT05', from: 'BF' });
const late = { kind: 'deliver', code: 'AT01', to: 'BF' } as const;

/** What breaks a limit, and which limits it breaks. */
const broken: Readonly<Record<string, { readonly parts: LoadFolderParts; readonly red: readonly string[] }>> =
  {
    'every answer is slow': {
      parts: { exchanges: slow() },
      red: ['answer-time p99', 'answer-time TransitNotice p50'],
    },
    'answers to one message are slow, within the limit of all': {
      parts: { exchanges: changed(honest, { kind: 'submit', code: 'AT01' }, answeredAfter(30)) },
      red: ['answer-time TransitNotice p50'],
    },
    'attempts had no answer and were repeated': {
      parts: {
        exchanges: [
          ...honest,
          { ...lost, at: lost.at - 5, answer: undefined, fault: 'reset' },
          { ...lost, at: lost.at - 9, answer: undefined, fault: 'reset' },
        ],
      },
      red: ['error-rate'],
    },
    'notices come to one country late': {
      parts: { exchanges: changed(honest, late, ({ at }) => ({ at: at + 200 })) },
      red: ['delivery-delay p99', 'delivery-delay BF p95', 'lead-time p5'],
    },
    'a queue did not run empty': {
      parts: { run: exampleLoad({ drained: { empty: false, seconds: 40 } }) },
      red: ['backlog-drained'],
    },
    'queues ran empty too late': {
      parts: { run: exampleLoad({ drained: { empty: true, seconds: 31 } }) },
      red: ['backlog-drained'],
    },
    'messages were never acknowledged': {
      parts: {
        exchanges: honest.filter(
          (exchange) => exchange !== lost && exchange !== one(honest, { kind: 'submit' }),
        ),
      },
      red: ['achieved'],
    },
    'senders were behind their schedule': { parts: { samples: exampleSamples(250) }, red: ['lateness p99'] },
  };

for (const [title, { parts, red }] of Object.entries(broken))
  test(`a limit that is broken is a fail, and only that: ${title}`, async () => {
    const seen = await judged(parts);
    assert.deepEqual(
      seen.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name),
      red,
    );
    assert.ok(seen.every(({ verdict }) => verdict !== 'inconclusive'));
  });

test('where nothing was measured no limit is a pass, whatever it asks for', () => {
  const easy: Limit[] = [
    ...keptLimits,
    { limit: 'error-rate', most: 1, provenance: 'assumption: anything' },
    { limit: 'achieved', least: 0, provenance: 'assumption: anything' },
    { limit: 'lead-time', percentile: 1, leastHours: -1e6, provenance: 'assumption: anything' },
  ];
  for (const { limit, judged: seen } of judgeLimits(easy, noMeasures, true))
    assert.deepEqual([seen.verdict, seen.seen], ['inconclusive', null], nameOf(limit));
});

test('a country or message of which nothing was seen is inconclusive beside others that were', async () => {
  const provenance = 'assumption: a number for tests';
  const limits: Limit[] = [
    { limit: 'answer-time', message: 'EnquiryRequest', percentile: 99, mostMs: 1_000, provenance },
    { limit: 'delivery-delay', country: 'NE', percentile: 99, mostMs: 1_000, provenance },
    { limit: 'delivery-delay', percentile: 99, mostMs: 1_000, provenance },
  ];
  const run = exampleLoad();
  const seen = await judged({ run: { ...run, plan: { ...run.plan, limits } } });
  assert.deepEqual(
    seen.map(({ verdict }) => verdict),
    ['inconclusive', 'inconclusive', 'pass'],
  );
});

test('what a cut run did not come to is inconclusive; what it broke is a fail', async () => {
  const cut = { ...exampleLoad({ state: 'interrupted' }) };
  const half = honest.filter(({ at }) => at < (honest[honest.length / 2]?.at ?? 0));
  const { drained: _, ...undrained } = cut;
  const verdicts = verdictsOf(await judged({ run: undrained, exchanges: half, samples: [] }));
  assert.equal(verdicts['backlog-drained'], 'inconclusive');
  assert.equal(verdicts['achieved'], 'pass');
  assert.equal(verdicts['answer-time p99'], 'pass');
  const few = verdictsOf(
    await judged({ run: undrained, exchanges: half.slice(0, 40), samples: exampleSamples(250) }),
  );
  assert.equal(few['achieved'], 'inconclusive');
  assert.equal(few['lateness p99'], 'fail');
});

test('queues that were watched for less than the limit and were not empty say nothing', async () => {
  const verdicts = verdictsOf(await judged({ run: exampleLoad({ drained: { empty: false, seconds: 12 } }) }));
  assert.equal(verdicts['backlog-drained'], 'inconclusive');
});

test('percentiles of leads go from the truck that was most ahead of its notice upwards', () => {
  const hours = (all: readonly number[]) =>
    distributionOf(
      all,
      all.map(() => 1),
      Math.max(...all),
    );
  const leads = [{ country: 'BF', ahead: hours([10, 20, 30, 40, 50, 60]), behind: hours([5, 900, 70, 1]) }];
  const at = (percentile: number) => leadAt({ ...noMeasures, leads }, percentile);
  assert.deepEqual([1, 10, 20, 30, 40, 50, 90, 100].map(at), [-900, -900, -70, -5, -1, 10, 50, 60]);
  assert.equal(leadAt({ ...noMeasures, leads }, 50, 'NE'), null);
});

const books = (verdict: Reconciliation['verdict']): Reconciliation => ({
  ...failedReconciliation(''),
  verdict,
});
const limitsOf = (...verdicts: JudgedLimit['verdict'][]) =>
  verdicts.map((verdict) => ({
    limit: { limit: 'achieved', least: 1, provenance: 'assumption' } as const,
    judged: { name: 'achieved', limit: '>= 1', seen: 1, unit: '', verdict },
  }));

test('the verdict of a load run is the gravest of its limits and its books; a cut run is never a pass', () => {
  const complete = [exampleLoad()];
  const of = (
    limits: JudgedLimit['verdict'][],
    reconciled: Reconciliation['verdict'],
    runs: LoadRun[] = complete,
  ) => verdictOfLoad(limitsOf(...limits), books(reconciled), runs);
  const cut = [exampleLoad({ state: 'interrupted' })];
  const killed = [exampleLoad({ state: 'running' })];
  const crashed = [exampleLoad({ k6: { version: '2.0.0', exitCode: 107 } })];
  const crossed = [exampleLoad({ k6: { version: '2.0.0', exitCode: 99 } })];
  assert.deepEqual(
    [
      of(['pass', 'pass'], 'pass'),
      of(['pass', 'fail'], 'pass'),
      of(['pass', 'inconclusive'], 'pass'),
      of(['pass'], 'fail'),
      of(['pass'], 'error'),
      of(['inconclusive'], 'error'),
      of(['fail'], 'error'),
      of([], 'pass'),
      of(['pass'], 'pass', cut),
      of(['pass'], 'pass', killed),
      of(['fail'], 'pass', cut),
      of(['pass'], 'pass', crashed),
      of(['pass'], 'pass', crossed),
    ],
    [
      'pass',
      'fail',
      'inconclusive',
      'fail',
      'error',
      'error',
      'fail',
      'inconclusive',
      'inconclusive',
      'inconclusive',
      'fail',
      'error',
      'pass',
    ],
  );
});
