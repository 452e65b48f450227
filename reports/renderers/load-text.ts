import type { LimitSeen } from '../load/judge-limits.ts';
import type { LoadResult } from '../load/load-result.ts';
import type { Texts } from './catalogue.ts';
import { limitNames } from './limit-names.ts';

/** What a limit asks for, and what was seen of it, in words. */
export interface LimitText {
  readonly name: string;
  readonly asked: string;
  readonly seen: string;
}

/** A limit for people: shares as percent, spans with their unit. */
export function limitText({ limit, judged }: LimitSeen, { load, locale, language }: Texts): LimitText {
  const isShare = limit.limit === 'error-rate' || limit.limit === 'achieved';
  const text = (value: number): string =>
    isShare ? shareText(value, locale) : `${numberText(value, locale)}\u00a0${judged.unit}`;
  const asked = askedOf(limit);
  return {
    name: limitNames[language].limit(limit),
    asked: 'least' in asked ? load.atLeast(text(asked.least)) : load.atMost(text(asked.most)),
    seen: judged.seen === null ? load.nothing : text(judged.seen),
  };
}

function askedOf(limit: LimitSeen['limit']): { readonly most: number } | { readonly least: number } {
  switch (limit.limit) {
    case 'error-rate':
      return { most: limit.most };
    case 'achieved':
      return { least: limit.least };
    case 'lead-time':
      return { least: limit.leastHours };
    case 'backlog-drained':
      return { most: limit.mostSeconds };
    default:
      return { most: limit.mostMs };
  }
}

/** Three significant digits below a hundred, whole above. */
export const numberText = (value: number, locale: string): string =>
  Math.abs(value) >= 100
    ? Math.round(value).toLocaleString(locale)
    : value.toLocaleString(locale, { maximumSignificantDigits: 3 });

/** A share, 0 to 1, as percent: never 100 % of what is not whole. */
export const shareText = (share: number, locale: string): string =>
  `${(Math.floor(share * 1e5) / 1e3).toLocaleString(locale, { maximumFractionDigits: 3 })}\u00a0%`;

/** What of a result has to be known beside its verdict, one sentence each. */
export function loadNotes({ runs, measures }: LoadResult, { load }: Texts): string[] {
  const codes = runs.flatMap(({ state, k6 }) =>
    state === 'complete' && k6 && k6.exitCode !== 0 && k6.exitCode !== 99 ? [String(k6.exitCode ?? '-')] : [],
  );
  const dropped = runs.reduce((sum, run) => sum + (run.dropped ?? 0), 0);
  const unreadable = runs.reduce((sum, run) => sum + (run.unreadable ?? 0), 0);
  return [
    ...(runs.some(({ state }) => state !== 'complete') ? [load.cut] : []),
    ...codes.map((code) => load.k6Ended(code)),
    ...(dropped > 0 ? [load.dropped(dropped)] : []),
    ...(measures.stopped > 0 ? [load.stopped(measures.stopped)] : []),
    ...(unreadable > 0 ? [load.unreadable(unreadable)] : []),
    ...(measures.unread > 0 ? [load.unread(measures.unread)] : []),
    ...(measures.outside > 0 ? [load.outside(measures.outside)] : []),
  ];
}

/** How long a load took, ms: from the begin of the first part to the end of the last; of a run that was killed, to its last bin. */
export function loadDurationMs({ runs, measures }: LoadResult): number {
  const from = Math.min(...runs.map(({ startedAt }) => Date.parse(startedAt)));
  const last = measures.bins.at(-1);
  const seenUntil = last === undefined ? from : (last.at + measures.binSeconds) * 1_000;
  const until = Math.max(
    ...runs.map(({ endedAt }) => (endedAt === undefined ? seenUntil : Date.parse(endedAt))),
  );
  return Math.max(0, until - from);
}

/** The graver state of the parts. */
export const stateOf = ({ runs }: LoadResult): 'running' | 'complete' | 'interrupted' =>
  runs.find(({ state }) => state === 'running')?.state ??
  runs.find(({ state }) => state === 'interrupted')?.state ??
  'complete';
