import { Rollback } from '../database/transaction.ts';
import { findMovement, saveMovement } from '../ledger/movement-table.ts';
import { raise } from '../ledger/raise.ts';
import { type Work, work } from '../outbox/work.ts';
import type { StackContext } from '../stack-context.ts';
import { type Assignment, covers, findAssignmentsFor, type Reported } from './assignments.ts';
import { awaitReports } from './await-reports.ts';
import { wakeDevice } from './device-state.ts';
import { lockDevices, saveDevices, type TrackedDevice } from './device-table.ts';
import { judgeFresh } from './judge-fresh.ts';
import { placedAt } from './kept-report.ts';
import { type Keeping, keepReports } from './report-table.ts';
import { type Arrived, keyOf } from './tracker.ts';

/** A report that has not been seen before. */
export interface Fresh extends Keeping {
  readonly id: string;
}

/**
 * Brings the reports of several frames to the books in one transaction: kept, judged, told. When it ends, all of them are
 * stored with everything that follows from them; when it fails, nothing is.
 */
export async function postReports(context: StackContext, arrived: readonly Arrived[]): Promise<void> {
  const devices = arrived.map(({ device }) => device);
  const placed = place(context, arrived);
  const reported = spansOf(arrived, placed);
  for (;;) {
    const foreseen = await findAssignmentsFor(context.pool, reported);
    const locks = [...new Set(foreseen.map(({ reference }) => reference))];
    const done = await work(context, locks, async (unit) => {
      const known = await lockDevices(unit.transaction, devices);
      const assignments = await findAssignmentsFor(unit.transaction, reported);
      if (assignments.some(({ reference }) => !locks.includes(reference))) throw new Rollback(false);
      await post(unit, { arrived, placed, known, assignments });
      return true;
    });
    if (done) return;
  }
}

/** A report in its place in the journey. */
type Placed = Omit<Keeping, 'reference'>;

function place({ hooks }: StackContext, arrived: readonly Arrived[]): Placed[] {
  return arrived.flatMap(({ device: { platform, deviceId }, reports }) =>
    reports.map((report) => ({ platform, deviceId, report, at: hooks.onPlace(placedAt(report), report) })),
  );
}

/** From when to when each device has reported: what it was on at other times is of no concern. */
function spansOf(arrived: readonly Arrived[], placed: readonly Placed[]): Reported[] {
  const spans = new Map<string, Reported>();
  for (const { device } of arrived) {
    const { platform, deviceId } = device;
    spans.set(keyOf(device), { platform, deviceId, from: null, to: null });
  }
  for (const { platform, deviceId, at } of placed) {
    const key = keyOf({ platform, deviceId });
    const { from, to } = spans.get(key) ?? { from: null, to: null };
    spans.set(key, { platform, deviceId, from: Math.min(from ?? at, at), to: Math.max(to ?? at, at) });
  }
  return [...spans.values()];
}

/** Frames, and what the books say of their devices. */
interface Batch {
  readonly arrived: readonly Arrived[];
  readonly placed: readonly Placed[];
  readonly known: readonly TrackedDevice[];
  readonly assignments: readonly Assignment[];
}

async function post(unit: Work, { arrived, placed, known, assignments }: Batch): Promise<void> {
  const fresh = await keep(unit, placed, assignments);
  const heard = await hear(unit, arrived, known, assignments);
  const attributed = fresh.filter(({ reference }) => reference !== null);
  await judgeFresh(unit, attributed, assignments);
  const wasAhead = new Set(known.filter(({ clockAhead }) => clockAhead).map(keyOf));
  const after: TrackedDevice[] = [];
  for (const device of heard) {
    const told = !device.clockAhead || wasAhead.has(keyOf(device));
    after.push(told ? device : { ...device, clockAhead: await pointOutClock(unit, device, assignments) });
  }
  await saveDevices(unit.transaction, after);
}

async function keep(
  unit: Work,
  placed: readonly Placed[],
  assignments: readonly Assignment[],
): Promise<Fresh[]> {
  const { hooks } = unit.context;
  const keeping = placed.map((one): Keeping => {
    const own = assignments.filter((assignment) => keyOf(assignment) === keyOf(one));
    const on = own.findLast((assignment) => covers(assignment, one.at))?.reference ?? null;
    const { platform, deviceId } = one;
    return { ...one, reference: hooks.onAttribution(on, one.report, { platform, deviceId }) };
  });
  const ids = await keepReports(unit.transaction, keeping);
  return keeping.flatMap((kept, index) => {
    const id = ids.get(index);
    return id === undefined ? [] : [{ ...kept, id }];
  });
}

/** Every device that was heard is alive; one that was silent is awaited again. @returns the devices from now on */
async function hear(
  unit: Work,
  arrived: readonly Arrived[],
  found: readonly TrackedDevice[],
  assignments: readonly Assignment[],
): Promise<TrackedDevice[]> {
  const known = new Map(found.map((device) => [keyOf(device), device]));
  for (const { device, reports, receivedAt } of arrived) {
    const before = known.get(keyOf(device));
    if (!before) continue;
    const newest = Math.max(before.newestAt ?? 0, ...reports.map(placedAt));
    const heard = { ...before, heardAt: receivedAt, newestAt: newest === 0 ? null : newest };
    const after = { ...heard, state: await wake(unit, heard, reports.length > 0, assignments) };
    known.set(keyOf(device), { ...after, clockAhead: reports.at(-1)?.ahead ?? before.clockAhead });
  }
  return [...known.values()];
}

/** @returns the state of the device from now on */
async function wake(
  unit: Work,
  device: TrackedDevice,
  reported: boolean,
  assignments: readonly Assignment[],
): Promise<TrackedDevice['state']> {
  const on = assignments.find(
    (assignment) => assignment.detachedAt === null && keyOf(assignment) === keyOf(device),
  );
  const sleeps = device.state === 'SILENT' || (device.state === 'ATTACHED' && reported);
  if (!on || !sleeps || !(await wakeDevice(unit, on.reference, device))) return device.state;
  awaitReports(unit, on.reference, device, unit.at);
  return 'ACTIVE';
}

/** A clock that is ahead is pointed out to the country of the platform, once while it lasts on a movement. @returns whether it was */
async function pointOutClock(
  unit: Work,
  device: TrackedDevice,
  assignments: readonly Assignment[],
): Promise<boolean> {
  const on = assignments.find(({ detachedAt, ...of }) => detachedAt === null && keyOf(of) === keyOf(device));
  const movement = on ? await findMovement(unit.transaction, on.reference) : null;
  if (!on || !movement) return false;
  const country = device.platform.slice(-2);
  const detail = `Balise ${device.deviceId} de ${device.platform} : horloge en avance.`;
  const notice = { kind: 'clock-skew', recipients: [country], relatesTo: on.message, country, detail };
  await saveMovement(unit.transaction, movement, raise(unit, movement, [notice]));
  return true;
}
