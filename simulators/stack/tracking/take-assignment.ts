import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { Received } from '../intake/received.ts';
import type { Movement } from '../ledger/movement.ts';
import { finding } from '../ledger/step.ts';
import type { Work } from '../outbox/work.ts';
import {
  type Assignment,
  addAssignment,
  type DeviceKey,
  endAssignment,
  findAssignments,
  findAssignmentsOf,
} from './assignments.ts';
import { awaitReports } from './await-reports.ts';
import { moveDevice } from './device-state.ts';
import { lockAssigning, lockDevices } from './device-table.ts';
import { isHosted } from './hosted-platforms.ts';
import { keyOf } from './tracker.ts';

/**
 * Takes what an office says of a device (AT16), in the transaction in which the hub takes the message. The caller holds the
 * lock of the movement.
 * @returns why it is refused, and then nothing is changed: `UNKNOWN_DEVICE` when a platform hosted here does not know the
 * device, `DEVICE_IN_USE` when it is on another open movement, `DEVICE_ALREADY_ATTACHED` when the movement has one and
 * this is no relief, `DEVICE_NOT_ATTACHED` when what is taken off or relieved is not on the movement
 */
export async function takeAssignment(
  unit: Work,
  received: Received<DeviceAssignmentPayload>,
  movement: Movement,
): Promise<WireFinding[]> {
  const { transaction, context } = unit;
  const { hooks } = context;
  const payload = hooks.onAssignment(received.message.payload, movement);
  const devices = [payload, ...(payload.replaces ? [payload.replaces] : [])];
  await lockAssigning(transaction, devices);
  const registered = (await lockDevices(transaction, devices)).map(keyOf);
  const open = (await findAssignments(transaction, movement.reference)).filter(isOpen);
  const elsewhere = (await findAssignmentsOf(transaction, [payload])).filter(
    (assignment) => isOpen(assignment) && assignment.reference !== movement.reference,
  );
  const known = !isHosted(payload.platform) || registered.includes(keyOf(payload));
  const refused = hooks.onAssignmentRefused(refusalsOf(payload, { open, elsewhere, known }), payload);
  if (refused.length > 0) return refused;
  const leaving = open.find((assignment) => sameDevice(assignment, payload.replaces ?? payload));
  if (payload.action !== 'ATTACH' && leaving) await detach(unit, leaving, payload);
  if (payload.action !== 'DETACH') await attach(unit, payload, received.message.messageId, elsewhere);
  return [];
}

interface Found {
  /** On this movement. */
  readonly open: readonly Assignment[];
  /** Of this device, on other movements. */
  readonly elsewhere: readonly Assignment[];
  readonly known: boolean;
}

function refusalsOf(payload: DeviceAssignmentPayload, { open, elsewhere, known }: Found): WireFinding[] {
  const { action, replaces } = payload;
  const attached = (device: DeviceKey): boolean => open.some((assignment) => sameDevice(assignment, device));
  if (action === 'DETACH') return attached(payload) ? [] : [finding('DEVICE_NOT_ATTACHED')];
  if (!known) return [finding('UNKNOWN_DEVICE')];
  if (elsewhere.length > 0) return [finding('DEVICE_IN_USE')];
  if (action === 'ATTACH') return open.length > 0 ? [finding('DEVICE_ALREADY_ATTACHED')] : [];
  if (replaces && !attached(replaces)) return [finding('DEVICE_NOT_ATTACHED', '/payload/replaces')];
  return attached(payload) ? [finding('DEVICE_ALREADY_ATTACHED')] : [];
}

async function attach(
  unit: Work,
  payload: DeviceAssignmentPayload,
  message: string,
  elsewhere: readonly Assignment[],
): Promise<void> {
  const { transitReference: reference, platform, deviceId, plate, container = null, office, at } = payload;
  for (const other of elsewhere) await endAssignment(unit.transaction, other, Date.parse(at), null);
  const attachedAt = Date.parse(at);
  await addAssignment(unit.transaction, {
    reference,
    platform,
    deviceId,
    plate,
    container,
    office,
    message,
    attachedAt,
  });
  await moveDevice(unit, reference, payload, 'ATTACHED', attachedAt);
  if (isHosted(platform)) awaitReports(unit, reference, payload, attachedAt);
}

async function detach(unit: Work, leaving: Assignment, payload: DeviceAssignmentPayload): Promise<void> {
  const at = Date.parse(payload.at);
  await endAssignment(unit.transaction, leaving, at, payload.office);
  await moveDevice(unit, leaving.reference, leaving, 'DETACHED', at);
}

const isOpen = ({ detachedAt }: Assignment): boolean => detachedAt === null;

const sameDevice = (one: DeviceKey, other: DeviceKey): boolean =>
  one.platform === other.platform && one.deviceId === other.deviceId;
