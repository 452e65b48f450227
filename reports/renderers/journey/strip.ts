import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { rounded } from './frame.ts';
import {
  endOf,
  type Gap,
  type Journey,
  type LockState,
  type TrackAlert,
  type TrackPoint,
} from './journey.ts';
import { type Sign, signsOf } from './signs.ts';
import { deadZonesOf, handOversOf, type Track } from './tracks.ts';

/** A part of the time axis. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

/** A quantity over time: a line for each track, and its scale. */
export interface Panel {
  readonly top: number;
  readonly height: number;
  readonly lines: readonly { readonly track: number; readonly path: string }[];
  readonly marks: readonly { readonly y: number; readonly value: number }[];
}

/** Everything that the strip of one journey shows, in units of its picture; the time axis is UTC. */
export interface JourneyStrip {
  readonly width: number;
  readonly height: number;
  /** Left end of the time axis. */
  readonly left: number;
  readonly ticks: readonly { readonly x: number; readonly atMs: number; readonly isDay: boolean }[];
  readonly speed: Panel;
  readonly battery: Panel;
  readonly lock: {
    readonly top: number;
    readonly height: number;
    readonly spans: readonly (Span & { readonly state: LockState })[];
  };
  readonly zones: readonly (Span & { readonly kind: 'stored' | 'silent' })[];
  readonly signs: readonly Sign[];
  /** Reports whose time lies so far from the others that the axis leaves them out. */
  readonly outside: number;
}

const WIDTH = 1060;
const LEFT = 88;
const RIGHT = 14;
const SIGNS_TOP = 14;
const SPEED = { top: 30, height: 84 } as const;
const BATTERY = { top: 138, height: 44 } as const;
const LOCK = { top: 200, height: 18 } as const;
const HEIGHT = 252;
/** A device whose clock is wrong by years must not squeeze the journey into a line. */
const FARTHEST_MS = 15 * 86_400_000;
const LEAST_TOP_SPEED_KMH = 80;
const TICKS = 8;

type TimeScale = ScaleTime<number, number>;

/** Draws speed, battery and seal of a journey over time, with its dead zones, gaps and alerts. */
export function drawStrip(
  { gaps }: Journey,
  allTracks: readonly Track[],
  alerts: readonly TrackAlert[],
): JourneyStrip {
  const times = allTracks.flatMap(({ points }) => points.map(({ atMs }) => atMs)).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? 0;
  const isShown = ({ atMs }: { readonly atMs: number }): boolean => Math.abs(atMs - middle) <= FARTHEST_MS;
  const tracks = allTracks.map((track) => ({ ...track, points: track.points.filter(isShown) }));
  const scale = timeScale(times.filter((atMs) => isShown({ atMs })));
  const points = tracks.flatMap((track) => track.points).sort((one, other) => one.atMs - other.atMs);
  const handOvers = handOversOf(tracks);
  const isNews = (gap: Gap): boolean =>
    isShown({ atMs: gap.fromMs }) &&
    !handOvers.some((known) => known.fromMs <= gap.fromMs && endOf(gap) <= endOf(known));
  const silences = [...handOvers, ...gaps.filter(isNews)];
  const top = points.reduce((most, { speedKmh = 0 }) => Math.max(most, speedKmh), LEAST_TOP_SPEED_KMH);
  const signs = alerts.flatMap((alert, at) =>
    isShown(alert) ? [{ x: rounded(scale(alert.atMs)), y: SIGNS_TOP, number: at + 1 }] : [],
  );
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    ticks: ticksOf(scale),
    speed: panel(SPEED, tracks, scale, [0, top], 'speedKmh'),
    battery: panel(BATTERY, tracks, scale, [0, 100], 'batteryPct'),
    lock: { ...LOCK, spans: lockSpans(points, silences, scale) },
    zones: zonesOf(tracks, silences, scale),
    signs: signsOf(signs),
    outside: times.length - points.length,
  };
}

function timeScale(times: readonly number[]): TimeScale {
  const first = times[0] ?? 0;
  const last = Math.max(times.at(-1) ?? 0, first + 60_000);
  return scaleUtc()
    .domain([first, last])
    .range([LEFT, WIDTH - RIGHT])
    .clamp(true);
}

function ticksOf(scale: TimeScale): JourneyStrip['ticks'] {
  return scale.ticks(TICKS).map((at) => ({
    x: rounded(scale(at)),
    atMs: at.getTime(),
    isDay: at.getTime() % 86_400_000 === 0,
  }));
}

function panel(
  place: { readonly top: number; readonly height: number },
  tracks: readonly Track[],
  time: TimeScale,
  domain: readonly [number, number],
  quantity: 'speedKmh' | 'batteryPct',
): Panel {
  const scale = scaleLinear()
    .domain(domain)
    .range([place.top + place.height, place.top]);
  const lines = tracks.flatMap(({ points }, track) => {
    const path = lineOf(points, time, scale, quantity);
    return path === '' ? [] : [{ track, path }];
  });
  const marks = scale.ticks(2).map((value) => ({ value, y: rounded(scale(value)) }));
  return { ...place, lines, marks };
}

/** A line through what was told, of each tenth of a unit the least and the greatest only. */
function lineOf(
  points: readonly TrackPoint[],
  time: TimeScale,
  scale: ScaleLinear<number, number>,
  quantity: 'speedKmh' | 'batteryPct',
): string {
  const told = points.flatMap((point) => {
    const value = point[quantity];
    return value === undefined ? [] : [{ x: rounded(time(point.atMs)), y: rounded(scale(value)) }];
  });
  const columns = [...Map.groupBy(told, ({ x }) => Math.round(x)).values()];
  const thin = columns.flatMap((column) => (column.length <= 4 ? column : fourOf(column)));
  const path = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1);
  return path(thin) ?? '';
}

function fourOf<Spot extends { readonly y: number }>(column: readonly Spot[]): Spot[] {
  const byHeight = [...column].sort((one, other) => one.y - other.y);
  const wanted = new Set([column[0], byHeight[0], byHeight.at(-1), column.at(-1)]);
  return column.filter((spot) => wanted.has(spot));
}

/** What the seal was, from each report that told it to the next; what nobody told is left blank. */
function lockSpans(
  points: readonly TrackPoint[],
  silences: readonly Gap[],
  time: TimeScale,
): JourneyStrip['lock']['spans'] {
  const spans: { fromMs: number; untilMs: number; state: LockState }[] = [];
  for (const { atMs, lock } of points) {
    if (lock === undefined) continue;
    const open = spans.at(-1);
    const isCut = silences.some((gap) => open && open.untilMs <= gap.fromMs && endOf(gap) <= atMs);
    if (open && !isCut) open.untilMs = atMs;
    if (isCut || open?.state !== lock) spans.push({ fromMs: atMs, untilMs: atMs, state: lock });
  }
  return spans.map((known) => ({ ...span(time, known), state: known.state }));
}

function zonesOf(tracks: readonly Track[], silences: readonly Gap[], time: TimeScale): JourneyStrip['zones'] {
  const stored = tracks.flatMap(deadZonesOf).map((gap) => ({ ...span(time, gap), kind: 'stored' as const }));
  const silent = silences.map((gap) => ({ ...span(time, gap), kind: 'silent' as const }));
  return [...stored, ...silent];
}

/** At least two units wide, so that it is seen; what lasts goes on to the end of the axis. */
function span(time: TimeScale, gap: Gap): Span {
  const x = rounded(time(gap.fromMs));
  return { x, width: Math.max(2, rounded(time(endOf(gap)) - x)) };
}
