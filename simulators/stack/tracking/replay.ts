import { lookAt, type Memories, type Sight, type Surroundings } from './analysis/analyses.ts';
import { isMoving } from './analysis/analysis.ts';
import type { TrackingHooks } from './hooks.ts';
import type { KeptReport } from './kept-report.ts';

/** A report in its place in a journey, with what is kept beside it. */
export interface Placed {
  readonly id: string;
  readonly report: KeptReport;
  /** ms since the epoch. */
  readonly at: number;
  /** It has just come. */
  readonly fresh: boolean;
  readonly active: readonly string[];
  /** Alerts that were told with it. */
  readonly toldAlerts: readonly string[];
  /** It was told, as a position or with an alert. */
  readonly told: boolean;
  /** What the analyses remember after it; null before they saw it. */
  readonly memories: Memories | null;
}

/** Something to tell of a report: an alert, or null for a position that is due. */
export interface Telling {
  readonly placed: Placed;
  readonly alert: string | null;
}

export interface Replayed {
  /** All reports of the stretch, as they are from now on. */
  readonly reports: readonly Placed[];
  readonly tellings: readonly Telling[];
}

/** What a stretch of a journey is judged with. */
export interface Judgement extends Surroundings {
  readonly hooks: Pick<TrackingHooks, 'onActive' | 'onAlert' | 'onPosition'>;
  /** The report before the stretch, or null. */
  readonly previous: Placed | null;
  /** What is known without one. */
  readonly start: Memories;
  /** Instant of the last report before the stretch that was told, or null. */
  readonly lastTold: number | null;
  readonly positionMovingMs: number;
  readonly positionStoppedMs: number;
  readonly on: { readonly reference: string; readonly platform: string; readonly deviceId: string };
}

/**
 * Looks again at a stretch of a journey in the order in which it was recorded, whatever came late. An alert that lasts over
 * several reports is told once, with the first of them, unless one of them was told with it before.
 */
export function replay(stretch: readonly Placed[], judgement: Judgement): Replayed {
  const seen = lookAtAll(stretch, judgement);
  const alerts = alertsToTell(seen, judgement);
  const tellings: Telling[] = [];
  let lastTold = judgement.lastTold;
  const reports = seen.map((placed, index) => {
    const codes = alerts.get(index) ?? [];
    const before = seen[index - 1] ?? judgement.previous;
    const due = codes.length === 0 && isDue(placed, before, lastTold, judgement);
    for (const alert of codes) tellings.push({ placed, alert });
    if (due) tellings.push({ placed, alert: null });
    const told = placed.told || due || codes.length > 0;
    if (told) lastTold = placed.at;
    return { ...placed, told, toldAlerts: [...new Set([...placed.toldAlerts, ...codes])] };
  });
  return { reports, tellings };
}

function lookAtAll(stretch: readonly Placed[], judgement: Judgement): Placed[] {
  let memories = judgement.previous?.memories ?? judgement.start;
  return stretch.map((placed) => {
    const sight: Sight = lookAt(memories, placed.report, judgement);
    memories = sight.after;
    const active = judgement.hooks.onActive([...sight.active], placed.report, judgement.movement);
    return { ...placed, active, memories };
  });
}

/** The alerts to tell with each report, by its place in the stretch. */
function alertsToTell(seen: readonly Placed[], { hooks, previous }: Judgement): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const keys = new Set(seen.flatMap(({ active }) => active));
  for (const key of keys) {
    let told = previous?.active.includes(key) ?? false;
    seen.forEach((placed, index) => {
      if (!placed.active.includes(key)) {
        told = false;
        return;
      }
      const repeated = told || toldInRun(seen, index, key);
      const alert = codeOf(key);
      const goes = hooks.onAlert(!repeated, { alert, report: placed.report, repeated });
      if (goes && (placed.fresh || !repeated)) found.set(index, [...(found.get(index) ?? []), alert]);
      told = true;
    });
  }
  return found;
}

/** Whether a report of the run that begins at `from` was told with this alert before. */
function toldInRun(seen: readonly Placed[], from: number, key: string): boolean {
  for (const placed of seen.slice(from)) {
    if (!placed.active.includes(key)) return false;
    if (placed.toldAlerts.includes(codeOf(key))) return true;
  }
  return false;
}

/** `CROSSED_BORDER BF` is the occasion, `CROSSED_BORDER` the code. */
const codeOf = (key: string): string => key.split(' ', 1)[0] ?? key;

/**
 * A position is due when the last one told is old, or would be too old by the next report if that takes as long as this one did;
 * one of a device with a wrong clock never is.
 */
function isDue(
  { report, at, fresh, told }: Placed,
  before: Placed | null,
  lastTold: number | null,
  judgement: Judgement,
): boolean {
  const { positionMovingMs, positionStoppedMs, hooks, on } = judgement;
  const pauseMs = isMoving(report) ? positionMovingMs : positionStoppedMs;
  const nextAt = before === null ? at : at + (at - before.at);
  const old = lastTold === null || at - lastTold >= pauseMs || nextAt - lastTold > pauseMs;
  const due = fresh && !told && !report.ahead && old;
  return hooks.onPosition(due, report, on) && fresh;
}
