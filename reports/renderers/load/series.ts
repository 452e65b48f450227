import type { Limit } from '../../../profile/load/limit.ts';
import { valueAt, valuesAt } from '../../load/distribution.ts';
import type { LoadResult } from '../../load/load-result.ts';
import type { Bin } from '../../load/measures.ts';
import { coarsened, emptyBin } from '../../load/merge-measures.ts';
import type { Texts } from '../catalogue.ts';
import type { PlotName } from '../catalogue-load.ts';
import { limitNames } from '../limit-names.ts';

/** A quantity over time: one value a bin, null where there was nothing to measure. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** A state that lasts until it is told again: bins in which nobody told it are passed over. */
  readonly lasts?: boolean;
}

/** Everything that one plot shows. */
export interface PlotData {
  readonly name: PlotName;
  readonly scale: 'linear' | 'log';
  readonly series: readonly Series[];
  /** Values that limits of the plan allow at most, with the series that each is about. */
  readonly limits: readonly { readonly value: number; readonly of: string }[];
}

/** Plots over one axis of time. */
export interface Plots {
  /** Beginning of each bin, ms since the epoch; bins follow each other without a gap. */
  readonly times: readonly number[];
  readonly binMs: number;
  /** When the last movement was due, ms since the epoch. */
  readonly playedUntil: number;
  readonly plots: readonly PlotData[];
}

/** More bins than this cannot be told apart on a page. */
const MOST_SHOWN = 360;
const US_PER_MS = 1_000;
const PERCENTILES = [50, 95, 99] as const;
/** Countries keep their colour from plot to plot. */
const COUNTRIES: readonly string[] = ['TG', 'BF', 'ML', 'NE'];

/** What a load run is plotted as; plots of which nothing was seen are left out. */
export function plotsOf({ measures, runs }: LoadResult, texts: Texts): Plots {
  const { bins: sparse, binSeconds } = coarsened(measures, MOST_SHOWN);
  const bins = withoutGaps(sparse, binSeconds);
  const { limits } = runs[0].plan;
  const all: PlotData[] = [
    rate(bins, binSeconds, texts),
    errors(bins, binSeconds, texts),
    answerTimes(bins, limits, texts),
    deliveryDelays(bins, limits),
    { name: 'pending', scale: 'linear', series: gauges(bins, ({ pending }) => pending), limits: [] },
    lateness(bins, limits, texts),
    { name: 'trackers', scale: 'linear', series: trackers(bins, texts), limits: [] },
    {
      name: 'processor',
      scale: 'linear',
      series: processes(bins, ({ cpuPercentSum, samples }) => cpuPercentSum / samples),
      limits: [],
    },
    { name: 'memory', scale: 'linear', series: processes(bins, ({ memoryMiB }) => memoryMiB), limits: [] },
  ];
  const ends = runs.map(({ playedFrom, plan }) => Date.parse(playedFrom) + plan.playedSeconds * 1_000);
  return {
    times: bins.map(({ at }) => at * 1_000),
    binMs: binSeconds * 1_000,
    playedUntil: Math.max(...ends),
    plots: all.filter(({ series }) => series.some(({ values }) => values.some((value) => value !== null))),
  };
}

function withoutGaps(bins: readonly Bin[], binSeconds: number): Bin[] {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return [];
  const known = new Map(bins.map((bin) => [bin.at, bin]));
  const count = (last.at - first.at) / binSeconds + 1;
  return Array.from({ length: count }, (_, at) => {
    const begin = first.at + at * binSeconds;
    return known.get(begin) ?? emptyBin(begin);
  });
}

const rate = (bins: readonly Bin[], seconds: number, { load }: Texts): PlotData => ({
  name: 'rate',
  scale: 'linear',
  series: [
    { name: load.series.offered, values: bins.map(({ offered }) => offered / seconds) },
    {
      name: load.series.achieved,
      values: bins.map(({ acknowledged, answered }) => (acknowledged + answered) / seconds),
    },
  ],
  limits: [],
});

const errors = (bins: readonly Bin[], seconds: number, { load }: Texts): PlotData => ({
  name: 'errors',
  scale: 'linear',
  series: [
    { name: load.series.failed, values: bins.map(({ failed }) => failed / seconds) },
    { name: load.series.refused, values: bins.map(({ refused }) => refused / seconds) },
  ],
  limits: [],
});

function answerTimes(bins: readonly Bin[], limits: readonly Limit[], { language }: Texts): PlotData {
  const rows = bins.map(({ answers }) => valuesAt(answers, PERCENTILES));
  return {
    name: 'answers',
    scale: 'log',
    series: PERCENTILES.map((percentile, at) => ({
      name: limitNames[language].percentile(percentile),
      values: rows.map((row) => inMs(row[at] ?? null)),
    })),
    limits: limits.flatMap((limit) =>
      limit.limit === 'answer-time' && limit.message === undefined
        ? [{ value: limit.mostMs, of: limitNames[language].percentile(limit.percentile) }]
        : [],
    ),
  };
}

function deliveryDelays(bins: readonly Bin[], limits: readonly Limit[]): PlotData {
  const countries = namesIn(bins.map(({ deliveries }) => deliveries));
  return {
    name: 'deliveries',
    scale: 'log',
    series: countries.map((country) => ({
      name: country,
      values: bins.map(({ deliveries }) => {
        const delays = deliveries[country];
        return delays === undefined ? null : inMs(valueAt(delays, 99));
      }),
    })),
    limits: limits.flatMap((limit) =>
      limit.limit === 'delivery-delay' && limit.percentile === 99
        ? [{ value: limit.mostMs, of: limit.country ?? '' }]
        : [],
    ),
  };
}

const lateness = (bins: readonly Bin[], limits: readonly Limit[], { load }: Texts): PlotData => ({
  name: 'late',
  scale: 'log',
  series: [{ name: load.series.late, values: bins.map(({ late }) => valueAt(late, 99)) }],
  limits: limits.flatMap((limit) =>
    limit.limit === 'lateness' && limit.percentile === 99 ? [{ value: limit.mostMs, of: '' }] : [],
  ),
});

const trackers = (bins: readonly Bin[], { load }: Texts): Series[] =>
  gauges(bins, ({ trackers: connected }) => connected).map((series) => ({
    ...series,
    name: series.name === 'all' ? load.series.connected : series.name,
  }));

function gauges(bins: readonly Bin[], take: (bin: Bin) => Readonly<Record<string, number>>): Series[] {
  const records = bins.map(take);
  return namesIn(records).map((name) => ({
    name,
    values: records.map((record) => record[name] ?? null),
    lasts: true,
  }));
}

function processes(bins: readonly Bin[], take: (seen: Bin['processes'][string]) => number): Series[] {
  const records = bins.map((bin) => bin.processes);
  return namesIn(records).map((name) => ({
    name,
    values: records.map((record) => (record[name] === undefined ? null : take(record[name]))),
    lasts: true,
  }));
}

/** Every name that a record has, countries first. */
function namesIn(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  const names = new Set(records.flatMap((record) => Object.keys(record)));
  const others = [...names].filter((name) => !COUNTRIES.includes(name)).sort();
  return [...COUNTRIES.filter((name) => names.has(name)), ...others];
}

const inMs = (us: number | null): number | null => (us === null ? null : us / US_PER_MS);
