import { mergeDistributions, NOTHING } from './distribution.ts';
import type { Answers, Bin, Measures } from './measures.ts';

/** Lengths of bins, seconds: each holds the one before it a whole number of times, so that bins of any two runs merge. */
const WIDTHS = [1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 21_600, 86_400] as const;

/** The shortest length of bins with which a span has no more than `most` of them. */
export const binSecondsFor = (spanSeconds: number, most: number): number =>
  WIDTHS.find((width) => spanSeconds / width <= most) ?? WIDTHS[WIDTHS.length - 1] ?? 1;

/** Nothing measured. */
export const noMeasures: Measures = {
  shape: 'corridor-measures/1',
  binSeconds: 1,
  bins: [],
  answers: [],
  deliveries: [],
  leads: [],
  late: NOTHING,
  acknowledged: 0,
  offered: { movements: 0, messages: 0, questions: 0 },
  stopped: 0,
  drained: null,
  trackers: null,
  unread: 0,
  outside: 0,
};

/** A bin in which nothing happened. */
export const emptyBin = (at: number): Bin => ({
  at,
  ...{ offered: 0, attempts: 0, failed: 0, refused: 0, acknowledged: 0, answered: 0 },
  ...{ answers: NOTHING, deliveries: {}, late: NOTHING, pending: {}, trackers: {}, processes: {} },
});

/**
 * What two sites measured, as if it had been one: counts add, distributions merge, of gauges of one thing the greatest holds.
 * Messages that both have acknowledged count twice: sites send parts of a plan, each message from one.
 */
export function mergeMeasures(one: Measures, other: Measures): Measures {
  const binSeconds = Math.max(one.binSeconds, other.binSeconds);
  return {
    shape: 'corridor-measures/1',
    binSeconds,
    bins: mergedBins([...one.bins, ...other.bins], binSeconds),
    answers: mergedAnswers([...one.answers, ...other.answers]),
    deliveries: grouped(
      [...one.deliveries, ...other.deliveries],
      ({ country }) => country,
      (all, first) => ({
        country: first.country,
        delays: mergeDistributions(all.map(({ delays }) => delays)),
      }),
    ),
    leads: grouped(
      [...one.leads, ...other.leads],
      ({ country }) => country,
      (all, first) => ({
        country: first.country,
        ahead: mergeDistributions(all.map(({ ahead }) => ahead)),
        behind: mergeDistributions(all.map(({ behind }) => behind)),
      }),
    ),
    late: mergeDistributions([one.late, other.late]),
    acknowledged: one.acknowledged + other.acknowledged,
    offered: summed(one.offered, other.offered),
    stopped: one.stopped + other.stopped,
    drained:
      one.drained && other.drained
        ? laterDrained(one.drained, other.drained)
        : (one.drained ?? other.drained),
    trackers:
      one.trackers && other.trackers
        ? summed(one.trackers, other.trackers)
        : (one.trackers ?? other.trackers),
    unread: one.unread + other.unread,
    outside: one.outside + other.outside,
  };
}

/** The same with longer bins, so that there are at most so many. */
export function coarsened(
  { bins, binSeconds }: Pick<Measures, 'bins' | 'binSeconds'>,
  most: number,
): Pick<Measures, 'bins' | 'binSeconds'> {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return { bins, binSeconds };
  const wanted = Math.max(binSeconds, binSecondsFor(last.at - first.at + binSeconds, most));
  return { bins: wanted === binSeconds ? bins : mergedBins(bins, wanted), binSeconds: wanted };
}

function mergedBins(bins: readonly Bin[], binSeconds: number): Bin[] {
  const merged = grouped(
    bins,
    ({ at }) => at - modulo(at, binSeconds),
    (all, first) =>
      all.length === 1
        ? { ...first, at: first.at - modulo(first.at, binSeconds) }
        : mergedBin(all, first.at - modulo(first.at, binSeconds)),
  );
  return merged.sort((one, other) => one.at - other.at);
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

function mergedBin(all: readonly Bin[], at: number): Bin {
  const counts = all.reduce(
    (sum, { offered, attempts, failed, refused, acknowledged, answered }) =>
      summed(sum, { offered, attempts, failed, refused, acknowledged, answered }),
    { offered: 0, attempts: 0, failed: 0, refused: 0, acknowledged: 0, answered: 0 },
  );
  return {
    at,
    ...counts,
    answers: mergeDistributions(all.map(({ answers }) => answers)),
    deliveries: byKey(
      all.map(({ deliveries }) => deliveries),
      mergeDistributions,
    ),
    late: mergeDistributions(all.map(({ late }) => late)),
    pending: byKey(
      all.map(({ pending }) => pending),
      greatest,
    ),
    trackers: byKey(
      all.map(({ trackers }) => trackers),
      greatest,
    ),
    processes: byKey(
      all.map(({ processes }) => processes),
      (seen) => ({
        samples: seen.reduce((sum, { samples }) => sum + samples, 0),
        cpuPercentSum: seen.reduce((sum, { cpuPercentSum }) => sum + cpuPercentSum, 0),
        memoryMiB: greatest(seen.map(({ memoryMiB }) => memoryMiB)),
      }),
    ),
  };
}

const mergedAnswers = (all: readonly Answers[]): Answers[] =>
  grouped(
    all,
    ({ message, country, isQuestion }) => `${message} ${country} ${isQuestion}`,
    (alike, { message, country, isQuestion }) => ({
      message,
      country,
      isQuestion,
      attempts: alike.reduce((sum, { attempts }) => sum + attempts, 0),
      acknowledged: alike.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
      refused: alike.reduce((sum, { refused }) => sum + refused, 0),
      times: mergeDistributions(alike.map(({ times }) => times)),
    }),
  );

type Drained = NonNullable<Measures['drained']>;
const laterDrained = (one: Drained, other: Drained): Drained => ({
  empty: one.empty && other.empty,
  seconds: Math.max(one.seconds, other.seconds),
});

const greatest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);

/** Figures of the same names, added. */
const summed = <Key extends string>(
  one: Readonly<Record<Key, number>>,
  other: Readonly<Record<Key, number>>,
): Record<Key, number> =>
  Object.fromEntries(
    Object.entries<number>(one).map(([key, value]) => [key, value + other[key as Key]]),
  ) as Record<Key, number>;

/** Records merged name by name. */
function byKey<Value>(
  all: readonly Readonly<Record<string, Value>>[],
  merge: (values: readonly Value[]) => Value,
): Record<string, Value> {
  const entries = Map.groupBy(
    all.flatMap((one) => Object.entries(one)),
    ([key]) => key,
  );
  return Object.fromEntries(
    [...entries].map(([key, values]) => [key, merge(values.map(([, value]) => value))]),
  );
}

/** One for each group, in the order in which groups were met. */
const grouped = <Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  merge: (all: readonly Item[], first: Item) => Item,
): Item[] =>
  [...Map.groupBy(items, keyOf).values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [merge(all, first)];
  });
