import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { trackingLimits } from '../../../profile/tracking/limits.ts';
import type { Movement } from '../ledger/movement.ts';
import { findMovement } from '../ledger/movement-table.ts';
import type { Work } from '../outbox/work.ts';
import { countryOf } from './analysis/analyses.ts';
import type { Limits } from './analysis/analysis.ts';
import { type Assignment, countEvents, type DeviceKey } from './assignments.ts';
import { eventOf } from './event.ts';
import type { Fresh } from './post-reports.ts';
import { type Placed, replay, type Telling } from './replay.ts';
import { findStretches, type Span, type Stretch, saveStretch } from './report-table.ts';
import { tell } from './tell.ts';
import { keyOf } from './tracker.ts';

/** Judges reports that are new, each in its place in the journey, and tells what follows. */
export async function judgeFresh(
  unit: Work,
  fresh: readonly Fresh[],
  assignments: readonly Assignment[],
): Promise<void> {
  const spans = spansOf(fresh);
  const ids = new Set(fresh.map(({ id }) => id));
  const stretches = await findStretches(unit.transaction, spans, ids);
  for (const [index, span] of spans.entries()) {
    const movement = await findMovement(unit.transaction, span.reference);
    const stretch = stretches[index];
    if (movement && stretch) await judgeSpan({ unit, movement, span, assignments }, stretch);
  }
}

/** One stretch for each device on each movement, in order of their first reports. */
function spansOf(fresh: readonly Fresh[]): Span[] {
  const spans = new Map<string, Span>();
  for (const { platform, deviceId, reference, at } of fresh) {
    if (reference === null) continue;
    const key = `${reference} ${keyOf({ platform, deviceId })}`;
    const known = spans.get(key) ?? { reference, platform, deviceId, from: at, to: at };
    spans.set(key, { ...known, from: Math.min(known.from, at), to: Math.max(known.to, at) });
  }
  return [...spans.values()];
}

interface Case {
  readonly unit: Work;
  readonly movement: Movement;
  readonly span: Span;
  readonly assignments: readonly Assignment[];
}

async function judgeSpan(given: Case, stretch: Stretch): Promise<void> {
  const { unit, movement, span } = given;
  const { hooks, timerMs } = unit.context;
  const { reports, tellings } = replay(stretch.reports, {
    hooks,
    movement,
    road: unit.context.roadOf(movement.corridor),
    limits: limitsOf(unit),
    previous: stretch.previous,
    lastTold: stretch.lastTold,
    positionMovingMs: timerMs('positionMoving'),
    positionStoppedMs: timerMs('positionStopped'),
    on: span,
  });
  await saveStretch(unit.transaction, reports.filter(changedSince(stretch.reports)));
  await tellAll(given, tellings, reports);
}

const changedSince = (before: readonly Placed[]) => {
  const kept = new Map(before.map((placed) => [placed.id, fingerprint(placed)]));
  return (placed: Placed): boolean => kept.get(placed.id) !== fingerprint(placed);
};

const fingerprint = ({ active, toldAlerts, told, memories }: Placed): string =>
  JSON.stringify([active, toldAlerts, told, memories]);

async function tellAll(
  { unit, movement, span, assignments }: Case,
  tellings: readonly Telling[],
  reports: readonly Placed[],
): Promise<void> {
  const on = assignmentOf(assignments, span);
  if (tellings.length === 0 || !on) return;
  const { hooks } = unit.context;
  const road = unit.context.roadOf(movement.corridor);
  const after = new Map(reports.map(({ id, memories }) => [id, memories]));
  const events = tellings.map(({ placed, alert }, index): TrackingEventPayload => {
    const country = countryOf(after.get(placed.id) ?? {}) ?? movement.owner;
    const territory = hooks.onTerritory(country, placed.report, movement);
    const deviceSeq = on.lastSeq + index + 1;
    return eventOf({ movement, device: span, report: placed.report, alert, deviceSeq, territory, road });
  });
  await countEvents(unit.transaction, new Map([[on.id, on.lastSeq + events.length]]));
  await tell(unit, movement, events);
}

/** The last time that the device was put on the movement: there its events are counted. */
export const assignmentOf = (
  assignments: readonly Assignment[],
  on: DeviceKey & { readonly reference: string },
): Assignment | undefined =>
  assignments.findLast(
    (assignment) => assignment.reference === on.reference && keyOf(assignment) === keyOf(on),
  );

/** The limits in force. */
export const limitsOf = ({ context: { timerMs } }: Work): Limits => ({
  corridorHalfWidthKm: trackingLimits.corridorHalfWidthKm.value,
  officeZoneKm: trackingLimits.officeZoneKm.value,
  overspeedKmh: trackingLimits.overspeedKmh.value,
  lowBatteryPct: trackingLimits.lowBatteryPct.value,
  unauthorisedStopMs: timerMs('unauthorisedStop'),
});
