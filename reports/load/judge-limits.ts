import type { Limit } from '../../profile/load/limit.ts';
import type { RunVerdict } from '../evidence/verdict.ts';
import type { Reconciliation } from '../reconcile/reconciliation.ts';
import { type Distribution, mergeDistributions, valueAt } from './distribution.ts';
import type { JudgedLimit, LoadRun } from './load-run.ts';
import type { Measures } from './measures.ts';

const US_PER_MS = 1_000;
const MS_PER_HOUR = 3_600_000;

/** A limit of the plan beside what was seen of it. */
export interface LimitSeen {
  readonly limit: Limit;
  readonly judged: JudgedLimit;
}

/** What a limit asks for in words, and what was seen; `open` where more could still have come. */
interface Judgement {
  readonly name: string;
  readonly unit: string;
  readonly seen: number | null;
  readonly most?: number;
  readonly least?: number;
  readonly isOpen?: boolean;
}

/**
 * Judges each limit of a plan by what was measured. Where there is nothing to measure it is inconclusive, never a pass; so is what a
 * run that was cut did not come to.
 * @param isWhole whether all runs came to their end as they were meant to
 */
export const judgeLimits = (limits: readonly Limit[], measures: Measures, isWhole: boolean): LimitSeen[] =>
  limits.map((limit) => ({ limit, judged: judged(judgementOf(limit, measures, isWhole)) }));

function judged({ name, unit, seen, most, least, isOpen = false }: Judgement): JudgedLimit {
  const limit = most === undefined ? `>= ${least} ${unit}` : `<= ${most} ${unit}`;
  const holds =
    seen !== null && (most === undefined || seen <= most) && (least === undefined || seen >= least);
  const verdict = seen === null || (isOpen && !holds) ? 'inconclusive' : holds ? 'pass' : 'fail';
  return { name, limit: limit.trimEnd(), seen: seen === null ? null : rounded(seen), unit, verdict };
}

/** What is shown; it is judged before. */
const rounded = (value: number): number => Number(value.toPrecision(6));

function judgementOf(limit: Limit, measures: Measures, isWhole: boolean): Judgement {
  switch (limit.limit) {
    case 'answer-time':
      return {
        ...{ name: named('answer-time', limit.message, limit.percentile), unit: 'ms', most: limit.mostMs },
        seen: scaled(valueAt(answerTimes(measures, limit.message), limit.percentile), US_PER_MS),
      };
    case 'delivery-delay':
      return {
        ...{ name: named('delivery-delay', limit.country, limit.percentile), unit: 'ms', most: limit.mostMs },
        seen: scaled(valueAt(deliveryDelays(measures, limit.country), limit.percentile), US_PER_MS),
      };
    case 'lateness':
      return {
        ...{ name: named('lateness', undefined, limit.percentile), unit: 'ms', most: limit.mostMs },
        seen: valueAt(measures.late, limit.percentile),
      };
    case 'lead-time':
      return {
        ...{ name: named('lead-time', undefined, limit.percentile), unit: 'h', least: limit.leastHours },
        seen: scaled(leadAt(measures, limit.percentile), MS_PER_HOUR),
      };
    case 'error-rate':
      return { name: 'error-rate', unit: '', most: limit.most, seen: errorRate(measures) };
    case 'achieved':
      return { name: 'achieved', unit: '', least: limit.least, seen: achieved(measures), isOpen: !isWhole };
    case 'backlog-drained':
      return backlog(limit.mostSeconds, measures);
  }
}

const named = (kind: string, of: string | undefined, percentile: number): string =>
  [kind, of, `p${percentile}`].filter(Boolean).join(' ');

const scaled = (value: number | null, by: number): number | null => (value === null ? null : value / by);

/** Answer times of one message, or of all messages without the questions, us. */
export const answerTimes = ({ answers }: Measures, message?: string): Distribution =>
  mergeDistributions(
    answers
      .filter((one) => (message === undefined ? !one.isQuestion : one.message === message))
      .map(({ times }) => times),
  );

/** Delivery delays at one country, or at all, us. */
export const deliveryDelays = ({ deliveries }: Measures, country?: string): Distribution =>
  mergeDistributions(
    deliveries.filter((one) => country === undefined || one.country === country).map(({ delays }) => delays),
  );

/** Submissions: all, those without an acknowledgement, and of these the ones refused. */
export function submissionsOf({ answers }: Measures): { attempts: number; failed: number; refused: number } {
  const sums = { attempts: 0, failed: 0, refused: 0 };
  for (const { isQuestion, attempts, acknowledged, refused } of answers) {
    if (isQuestion) continue;
    sums.attempts += attempts;
    sums.failed += attempts - acknowledged;
    sums.refused += refused;
  }
  return sums;
}

/** Submissions without an acknowledgement among all, 0 to 1; null when nothing was sent. */
function errorRate(measures: Measures): number | null {
  const { attempts, failed } = submissionsOf(measures);
  return attempts === 0 ? null : failed / attempts;
}

/** Messages acknowledged of those that were due, 0 to 1; null when none was. */
export const achieved = ({ acknowledged, offered }: Measures): number | null =>
  offered.messages === 0 ? null : Math.min(1, acknowledged / offered.messages);

/**
 * By how much countries had the notice before the truck, ms of the road, at a percentile; negative: after it.
 * @param country of one country; default: all
 */
export function leadAt({ leads }: Measures, percentile: number, country?: string): number | null {
  const wanted = leads.filter((one) => country === undefined || one.country === country);
  const ahead = mergeDistributions(wanted.map((one) => one.ahead));
  const behind = mergeDistributions(wanted.map((one) => one.behind));
  const count = ahead.count + behind.count;
  if (count === 0) return null;
  // The nearest rank, as histograms have it.
  const rank = Math.min(count, Math.max(1, Math.floor((percentile / 100) * count + 0.5)));
  // The most behind comes first.
  if (rank <= behind.count) return -(valueAt(behind, (100 * (behind.count - rank + 1)) / behind.count) ?? 0);
  return valueAt(ahead, (100 * (rank - behind.count)) / ahead.count);
}

/** Where queues did not run empty, as long as somebody waited is the least that it takes. */
function backlog(mostSeconds: number, { drained }: Measures): Judgement {
  const judgement = { name: 'backlog-drained', unit: 's', most: mostSeconds };
  if (!drained) return { ...judgement, seen: null };
  const tooShort = !drained.empty && drained.seconds <= mostSeconds;
  return { ...judgement, seen: tooShort ? null : drained.seconds };
}

/** Exit codes of k6 that say that it played to the end: all well, or one of its own thresholds crossed. */
const K6_PLAYED: readonly (number | null)[] = [0, 99];

/** Whether the runs came to their end as they were meant to. */
export const isWhole = (runs: readonly LoadRun[]): boolean =>
  runs.every(({ state }) => state === 'complete') && !hasFaults(runs);

/** Whether a complete run was played by a k6 that did not play it to the end, or was not read whole: our fault. */
const hasFaults = (runs: readonly LoadRun[]): boolean =>
  runs.some(
    ({ state, k6, unreadable = 0 }) =>
      state === 'complete' && (unreadable > 0 || (k6 !== undefined && !K6_PLAYED.includes(k6.exitCode))),
  );

/**
 * The verdict of a load run: any failure, of a limit or of the books, makes it fail; else any error; else what is inconclusive, which
 * a run that was cut always is; else it passes.
 */
export function verdictOfLoad(
  limits: readonly LimitSeen[],
  reconciliation: Reconciliation,
  runs: readonly LoadRun[],
): RunVerdict {
  const verdicts: RunVerdict[] = [...limits.map(({ judged }) => judged.verdict), reconciliation.verdict];
  if (hasFaults(runs)) verdicts.push('error');
  if (!isWhole(runs) || limits.length === 0) verdicts.push('inconclusive');
  const worstFirst: readonly RunVerdict[] = ['fail', 'error', 'inconclusive', 'pass'];
  return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive';
}
