import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { recipientsOf } from '../../../profile/routing.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Received } from '../intake/received.ts';
import type { Work } from '../outbox/work.ts';
import { covers, findAssignments } from '../tracking/assignments.ts';
import { endOf } from './ended.ts';
import { keepEvents } from './event-table.ts';
import type { Movement } from './movement.ts';
import { findMovement } from './movement-table.ts';
import { refuse } from './post.ts';
import { finding } from './step.ts';

/**
 * A platform, hosted here or not, tells where a truck is, or what happened to it (AT17). It changes nothing of the
 * movement, has no order and no number: what was recorded while its device was attached and the movement was not over goes to
 * the country where the truck is and to that of departure, however late.
 * @source profile decisions P01, P02; draft message set 6.5.3
 */
export async function takeEvent(unit: Work, received: Received, reference: string): Promise<void> {
  const { hooks, reference: book } = unit.context;
  const movement = await findMovement(unit.transaction, reference);
  const payload = received.message.payload as unknown as TrackingEventPayload;
  const faults = movement
    ? await faultsOf(unit.transaction, payload, movement)
    : [finding('UNKNOWN_MOVEMENT')];
  const findings = hooks.onRefusal(faults, received, movement);
  if (findings.length > 0) return refuse(unit, received, findings, movement);
  const told = recipientsOf(received.message, movement?.countries ?? [], book.seats());
  const { message, bytes, late } = received;
  const { sender, messageId, messageType } = message;
  const deliverable = { sender, messageId, messageType, conversation: reference, late, bytes };
  unit.deliver(deliverable, hooks.onRoute(told, received, movement));
  await keepEvents(unit.transaction, [payload]);
}

async function faultsOf(
  on: Transaction,
  payload: TrackingEventPayload,
  movement: Movement,
): Promise<WireFinding[]> {
  const recordedAt = Date.parse(payload.recordedAt);
  const endedAt = endOf(movement);
  if (endedAt !== null && recordedAt > endedAt) return [finding('MOVEMENT_ENDED')];
  const assignments = await findAssignments(on, movement.reference);
  const attached = assignments.some(
    (assignment) =>
      assignment.platform === payload.platform &&
      assignment.deviceId === payload.deviceId &&
      covers(assignment, recordedAt),
  );
  return attached ? [] : [finding('DEVICE_NOT_ATTACHED')];
}
