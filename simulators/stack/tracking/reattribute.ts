import { findEvents } from '../ledger/event-table.ts';
import type { Work } from '../outbox/work.ts';
import { type Assignment, covers, type DeviceKey, findAssignmentsOf } from './assignments.ts';
import { lockDevices } from './device-table.ts';
import { eventIdOf } from './event.ts';
import { judgeFresh } from './judge-fresh.ts';
import { findMisplaced, type Moved, moveReports } from './moved-reports.ts';
import type { Fresh } from './post-reports.ts';
import { keyOf } from './tracker.ts';

/**
 * What an office or the end of a movement says of a device may be told late: its kept reports from then on belong to the
 * movement on which it was, by what is known now. Those that are new on a movement are judged and told there; what
 * was told of a movement before is not told again. The caller holds the lock of the movement.
 * @param from ms since the epoch
 */
export async function reattribute(unit: Work, devices: readonly DeviceKey[], from: number): Promise<void> {
  const known = await lockDevices(unit.transaction, devices);
  if (known.length === 0) return;
  const assignments = await findAssignmentsOf(unit.transaction, known);
  for (const device of known) {
    const own = assignments.filter((assignment) => keyOf(assignment) === keyOf(device));
    const moved = await moveOf(unit, device, own, from);
    await judgeFresh(unit, moved.filter(isOnMovement), own);
  }
}

const isOnMovement = ({ reference }: Fresh): boolean => reference !== null;

async function moveOf(
  unit: Work,
  device: DeviceKey,
  own: readonly Assignment[],
  from: number,
): Promise<Fresh[]> {
  const { platform, deviceId } = device;
  const toleranceMs = unit.context.timerMs('clockTolerance');
  const misplaced = await findMisplaced(unit.transaction, device, from);
  const moved = misplaced.flatMap(({ id, at, report, reference: before }): Fresh[] => {
    const covering = own.findLast((assignment) => covers(assignment, at))?.reference;
    const on = covering ?? (justTakenOff(own, before, at, toleranceMs) ? before : null);
    const reference = unit.context.hooks.onAttribution(on, report, device);
    return reference === before ? [] : [{ id, at, report, reference, platform, deviceId }];
  });
  await moveReports(unit.transaction, await withTold(unit, moved));
  return moved;
}

/** The clock of a device may be a little ahead: what it measured before an office took it off stays on that movement. */
const justTakenOff = (
  own: readonly Assignment[],
  before: string | null,
  at: number,
  toleranceMs: number,
): boolean =>
  own.some(
    ({ reference, detachedAt, detachedOffice }) =>
      reference === before && detachedOffice !== null && detachedAt !== null && at < detachedAt + toleranceMs,
  );

/** What was told of each report on the movement to which it belongs now: it may have been there before. */
async function withTold(unit: Work, moved: readonly Fresh[]): Promise<Moved[]> {
  const references = [...new Set(moved.flatMap(({ reference }) => reference ?? []))];
  const told = new Set<string>();
  const alerts = new Map<string, Set<string | null>>();
  for (const reference of references) {
    const codes = new Set<string | null>();
    for (const { eventId, alert } of await findEvents(unit.transaction, reference)) {
      told.add(eventId);
      codes.add(alert ?? null);
    }
    alerts.set(reference, codes);
  }
  return moved.map(({ id, reference, report, ...device }) => {
    const codes = reference === null ? [] : [...(alerts.get(reference) ?? [])];
    const before = codes.filter((code) =>
      told.has(eventIdOf({ reference: reference ?? '' }, device, report, code)),
    );
    return {
      id,
      reference,
      told: before.length > 0,
      toldAlerts: before.flatMap((code) => code ?? []),
    };
  });
}
