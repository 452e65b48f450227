import { type ScaleLinear, type ScaleLogarithmic, scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { rounded } from '../journey/frame.ts';
import type { PlotData, Plots, Series } from './series.ts';

/** Size of a plot, and the frame of its lines, in units of its picture. */
export const PLOT = { width: 540, height: 196, left: 52, right: 528, top: 12, bottom: 168 } as const;

/** Everything that one plot shows, in units of its picture; the time axis is UTC. */
export interface DrawnPlot {
  readonly lines: readonly { readonly name: string; readonly path: string; readonly most: number | null }[];
  readonly ticks: readonly { readonly x: number; readonly atMs: number }[];
  readonly marks: readonly { readonly y: number; readonly value: number }[];
  readonly limits: readonly { readonly y: number; readonly value: number; readonly of: string }[];
  /** Where the plan ends, when the axis goes on after it. */
  readonly end: number | undefined;
  /** Bins, each with its values in the order of the lines. */
  readonly columns: readonly {
    readonly x: number;
    readonly width: number;
    readonly atMs: number;
    readonly values: readonly (number | null)[];
  }[];
}

const TICKS = 5;
const MARKS = 4;
/** What is less is drawn at the foot of a logarithmic scale, nothing among it. */
const LEAST_OF_LOG = 0.1;

type Scale = ScaleLinear<number, number> | ScaleLogarithmic<number, number>;

/** Draws one plot over the time that all share. */
export function drawPlot(
  { series, scale: kind, limits }: PlotData,
  { times, binMs, playedUntil }: Plots,
): DrawnPlot {
  const first = times[0] ?? 0;
  const last = (times.at(-1) ?? first) + binMs;
  const time = scaleUtc().domain([first, last]).range([PLOT.left, PLOT.right]);
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const scale =
    kind === 'log'
      ? logScale(
          values,
          limits.map(({ value }) => value),
        )
      : linearScale(values);
  const middle = (at: number): number => rounded(time((times[at] ?? first) + binMs / 2));
  const y = (value: number): number => rounded(scale(Math.max(value, scale.domain()[0] ?? 0)));
  return {
    lines: series.map((one) => ({ name: one.name, path: pathOf(one, middle, y), most: mostOf(one) })),
    ticks: time.ticks(TICKS).map((at) => ({ x: rounded(time(at)), atMs: at.getTime() })),
    marks: marksOf(scale, kind).map((value) => ({ value, y: y(value) })),
    limits: limits.map(({ value, of }) => ({ value, of, y: y(value) })),
    end: playedUntil > first && playedUntil < last ? rounded(time(playedUntil)) : undefined,
    columns: times.map((atMs, at) => {
      const x = rounded(time(atMs));
      return {
        x,
        width: rounded(time(atMs + binMs) - x),
        atMs,
        values: series.map((one) => one.values[at] ?? null),
      };
    }),
  };
}

function linearScale(values: readonly number[]): ScaleLinear<number, number> {
  const most = greatest(values);
  return scaleLinear()
    .domain([0, most > 0 ? most : 1])
    .nice(MARKS)
    .range([PLOT.bottom, PLOT.top]);
}

function logScale(values: readonly number[], limits: readonly number[]): ScaleLogarithmic<number, number> {
  const all = [...values, ...limits].filter((value) => value > 0);
  const most = Math.max(greatest(all), 10 * LEAST_OF_LOG);
  const least = Math.max(
    LEAST_OF_LOG,
    all.reduce((low, value) => Math.min(low, value), most),
  );
  const from = 10 ** Math.floor(Math.log10(least));
  return scaleLog()
    .domain([from, Math.max(10 ** Math.ceil(Math.log10(most)), 10 * from)])
    .range([PLOT.bottom, PLOT.top]);
}

/** On a logarithmic scale the powers of ten, each or every other. */
function marksOf(scale: Scale, kind: PlotData['scale']): number[] {
  if (kind === 'linear') return scale.ticks(MARKS);
  const [from = 1, to = 1] = scale.domain().map((value) => Math.round(Math.log10(value)));
  const step = Math.ceil((to - from) / (MARKS + 1));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) =>
    Number((10 ** (from + at * step)).toPrecision(1)),
  );
}

/** A line with gaps where nothing was measured; a value alone is a dot. */
function pathOf(
  { values, lasts = false }: Series,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const spots = values.map((value, at) => ({ at, value }));
  const path = line<(typeof spots)[number]>(
    ({ at }) => x(at),
    ({ value }) => y(value ?? 0),
  )
    .defined(({ value }) => value !== null)
    .digits(1);
  return path(lasts ? spots.filter(({ value }) => value !== null) : spots) ?? '';
}

function mostOf({ values }: Series): number | null {
  const seen = values.filter((value) => value !== null);
  return seen.length === 0 ? null : greatest(seen);
}

/** Not by spreading, for there may be more values than a call takes. */
const greatest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);
