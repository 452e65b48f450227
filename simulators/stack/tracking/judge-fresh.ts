import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { trackingLimits } from '../../../profile/tracking/limits.ts';
import type { Movement } from '../ledger/movement.ts';
import { findMovements } from '../ledger/movement-table.ts';
import type { Work } from '../outbox/work.ts';
import type { Memories } from './analysis/analyses.ts';
import type { Limits } from './analysis/analysis.ts';
import { countryOf } from './analysis/crossed-border.ts';
import { type Assignment, countEvents, type DeviceKey } from './assignments.ts';
import { eventOf } from './event.ts';
import { knownBefore } from './last-country.ts';
import type { Fresh } from './post-reports.ts';
import { type Placed, type Replayed, replay } from './replay.ts';
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
  const movements = await findMovements(
    unit.transaction,
    spans.map(({ reference }) => reference),
  );
  const judged: Judged[] = [];
  for (const [index, span] of spans.entries()) {
    const movement = movements.get(span.reference);
    const stretch = stretches[index];
    if (!movement || !stretch) continue;
    const start = await startOf(unit, span, stretch, assignmentOf(assignments, span));
    judged.push(judgeSpan({ unit, movement, span, assignments }, stretch, start));
  }
  await saveStretch(
    unit.transaction,
    judged.flatMap(({ changed }) => changed),
  );
  for (const { given, replayed } of judged) await tellAll(given, replayed);
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

interface Judged {
  readonly given: Case;
  readonly replayed: Replayed;
  /** What is to be written. */
  readonly changed: readonly Placed[];
}

/** A device that has reported on the movement knows where it was; of one that has not, others may know. */
async function startOf(
  { transaction }: Work,
  { from }: Span,
  { previous }: Stretch,
  on: Assignment | undefined,
): Promise<Memories> {
  return previous?.memories || !on ? {} : await knownBefore(transaction, on, from);
}

function judgeSpan(given: Case, stretch: Stretch, start: Memories): Judged {
  const { unit, movement, span } = given;
  const { hooks, timerMs, roadOf } = unit.context;
  const replayed = replay(stretch.reports, {
    hooks,
    movement,
    road: roadOf(movement.corridor),
    limits: limitsOf(unit),
    previous: stretch.previous,
    start,
    lastTold: stretch.lastTold,
    positionMovingMs: timerMs('positionMoving'),
    positionStoppedMs: timerMs('positionStopped'),
    on: span,
  });
  return { given, replayed, changed: replayed.reports.filter(changedSince(stretch.reports)) };
}

const changedSince = (before: readonly Placed[]) => {
  const kept = new Map(before.map((placed) => [placed.id, fingerprint(placed)]));
  return (placed: Placed): boolean => kept.get(placed.id) !== fingerprint(placed);
};

const fingerprint = ({ active, toldAlerts, told, memories }: Placed): string =>
  JSON.stringify([active, toldAlerts, told, memories]);

async function tellAll(
  { unit, movement, span, assignments }: Case,
  { tellings, reports }: Replayed,
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
const assignmentOf = (
  assignments: readonly Assignment[],
  on: DeviceKey & { readonly reference: string },
): Assignment | undefined =>
  assignments.findLast(
    (assignment) => assignment.reference === on.reference && keyOf(assignment) === keyOf(on),
  );

/** The limits in force. */
const limitsOf = ({ context: { timerMs } }: Work): Limits => ({
  corridorHalfWidthKm: trackingLimits.corridorHalfWidthKm.value,
  officeZoneKm: trackingLimits.officeZoneKm.value,
  overspeedKmh: trackingLimits.overspeedKmh.value,
  lowBatteryPct: trackingLimits.lowBatteryPct.value,
  unauthorisedStopMs: timerMs('unauthorisedStop'),
});
