import type { DueTimer } from '../clock/timer-table.ts';
import { findMovement } from '../ledger/movement-table.ts';
import type { Work } from '../outbox/work.ts';
import { isMoving } from './analysis/analysis.ts';
import { countryOf } from './analysis/crossed-border.ts';
import { type Assignment, countEvents, findAssignments } from './assignments.ts';
import { SILENCE } from './await-reports.ts';
import { moveDevice } from './device-state.ts';
import { lockDevices } from './device-table.ts';
import { eventOf } from './event.ts';
import type { KeptReport } from './kept-report.ts';
import { knownBefore } from './last-country.ts';
import type { Placed } from './replay.ts';
import { findNewest } from './report-table.ts';
import { tell } from './tell.ts';
import { keyOf } from './tracker.ts';

/** The timer of a device has rung: it is silent, or it was heard meanwhile and is awaited again. */
export async function judgeSilence(unit: Work, timer: DueTimer): Promise<void> {
  const [reference = '', platform = '', deviceId = ''] = timer.reference.split(' ');
  const [device] = await lockDevices(unit.transaction, [{ platform, deviceId }]);
  const on = (await findAssignments(unit.transaction, reference)).findLast(
    (assignment) => assignment.detachedAt === null && keyOf(assignment) === `${platform} ${deviceId}`,
  );
  if (!on || !device || device.state === 'SILENT') return;
  const newest = await findNewest(unit.transaction, on);
  const since = Math.max(on.attachedAt, device.heardAt ?? 0);
  const dueAt = since + limitMsOf(unit, on, newest);
  if (dueAt > unit.at) {
    unit.timer(SILENCE, timer.reference, dueAt);
    return;
  }
  await moveDevice(unit, reference, device, 'SILENT', unit.at);
  await tellSilence(unit, on, newest);
}

/** Three positions missed: more time when the truck stands. @source draft AT17 */
function limitMsOf({ context: { hooks, timerMs } }: Work, on: Assignment, newest: Placed | null): number {
  const { reference, platform, deviceId } = on;
  const stands = newest !== null && !isMoving(newest.report);
  const limitMs = stands ? 3 * timerMs('positionStopped') : timerMs('deviceSilent');
  return hooks.onSilence(limitMs, { reference, platform, deviceId });
}

async function tellSilence(unit: Work, on: Assignment, newest: Placed | null): Promise<void> {
  const movement = await findMovement(unit.transaction, on.reference);
  if (!movement) return;
  const report = silentReport(newest?.report ?? null, unit.at);
  const country =
    countryOf(newest?.memories ?? (await knownBefore(unit.transaction, on, unit.at))) ?? movement.owner;
  const territory = unit.context.hooks.onTerritory(country, null, movement);
  const deviceSeq = on.lastSeq + 1;
  const road = unit.context.roadOf(movement.corridor);
  const alert = 'DEVICE_SILENT';
  const event = eventOf({ movement, device: on, report, alert, deviceSeq, territory, road });
  await countEvents(unit.transaction, new Map([[on.id, deviceSeq]]));
  await tell(unit, movement, [event]);
}

/** What is known of a device that says nothing: where it was last, which is no fix of this moment. */
const silentReport = (newest: KeptReport | null, at: number): KeptReport => ({
  recordedAt: at,
  receivedAt: at,
  ahead: false,
  lat: newest?.lat ?? null,
  lon: newest?.lon ?? null,
  fixed: false,
  speedKmh: null,
  courseDeg: null,
  alerts: [],
  partial: false,
  stored: false,
  lock: null,
  authorised: null,
  batteryPct: newest?.batteryPct ?? null,
});
