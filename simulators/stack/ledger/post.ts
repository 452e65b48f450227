import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messageByWireCode } from '../../../profile/messages/messages.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import { recipientsOf } from '../../../profile/routing.ts';
import { findReservation } from '../guarantees/guarantee-table.ts';
import { settleReservations } from '../guarantees/reservations.ts';
import { conversationOf, type Received } from '../intake/received.ts';
import { findTold } from '../outbox/delivery-table.ts';
import { findMessage } from '../outbox/message-table.ts';
import type { Work } from '../outbox/work.ts';
import { askAbout } from '../services/lookups.ts';
import { endTracking } from '../tracking/end-tracking.ts';
import { takeAssignment } from '../tracking/take-assignment.ts';
import { apply } from './apply.ts';
import { hasEnded } from './ended.ts';
import type { LedgerContext } from './handler.ts';
import type { Movement } from './movement.ts';
import { findMovement, saveMovement } from './movement-table.ts';
import { raise } from './raise.ts';
import type { Step } from './step.ts';
import { findWaiting, keepWaiting, stopWaiting, type WaitingMessage } from './waiting-table.ts';

/** Brings a message to the book: what it says is done, and then whatever waited for it. */
export async function post(unit: Work, received: Received, reference: string): Promise<void> {
  const before = await findMovement(unit.transaction, reference);
  const after = await rule(unit, received, before, reference, null);
  if (after !== before) await applyWaiting(unit, reference, after);
}

/** @returns the movement after it; `before` itself when nothing changed */
async function rule(
  unit: Work,
  received: Received,
  before: Movement | null,
  reference: string,
  waiting: WaitingMessage | null,
): Promise<Movement | null> {
  const ruling = apply(before, received, await contextFor(unit, before, received), unit.context.hooks);
  if (ruling.kind === 'waits') {
    if (!waiting) await wait(unit, received, reference, ruling.reason);
    return before;
  }
  if (waiting) await stopWaiting(unit.transaction, waiting);
  const findings = ruling.kind === 'refused' ? ruling.findings : await assign(unit, received, before);
  if (ruling.kind === 'applied' && findings.length === 0)
    return carryOut(unit, received, before, ruling.step);
  refuse(unit, received, findings, before);
  return numberRefused(unit, received, before);
}

/** What the books of the tracking platforms say of an assignment that is in order by the ledger; they keep it when it is. */
async function assign(unit: Work, received: Received, movement: Movement | null): Promise<WireFinding[]> {
  if (!movement || received.name !== 'DeviceAssignment') return [];
  const assignment = received as unknown as Received<DeviceAssignmentPayload>;
  return unit.context.hooks.onRefusal(await takeAssignment(unit, assignment, movement), received, movement);
}

/** The number of a refused message may be taken again or left out: neither is a gap. */
async function numberRefused(
  unit: Work,
  received: Received,
  movement: Movement | null,
): Promise<Movement | null> {
  if (!movement) return null;
  const { message, definition } = received;
  const number = definition.numbering === 'movementVersion' ? (message.movementVersion ?? 0) : 0;
  const numbered = movement.owner === message.sender && number > movement.version;
  const after = unit.context.hooks.onRefused(
    numbered
      ? { ...movement, refusedVersions: [...new Set([...movement.refusedVersions, number])] }
      : movement,
    received,
  );
  if (after !== movement) await saveMovement(unit.transaction, movement, after);
  return after;
}

async function contextFor(unit: Work, movement: Movement | null, received: Received): Promise<LedgerContext> {
  const { timerMs } = unit.context;
  if (!movement || received.name !== 'DepartureRelease' || movement.notice.guarantee.kind !== 'reservable')
    return { timerMs, reservationId: null };
  const found = await findReservation(
    unit.transaction,
    movement.notice.guarantee.reference,
    movement.reference,
  );
  return { timerMs, reservationId: found?.state === 'reserved' ? found.reservationId : null };
}

async function wait(
  unit: Work,
  received: Received,
  reference: string,
  reason: 'early' | 'gap',
): Promise<void> {
  const { sender, messageId, movementVersion } = received.message;
  const version = reason === 'gap' ? (movementVersion ?? null) : null;
  await keepWaiting(unit.transaction, reference, { sender, messageId, reason }, version, received.receivedAt);
  const others = (await findWaiting(unit.transaction, reference)).filter((other) => other.reason === reason);
  if (others.length > 1) return; // the country of departure is asked once
  const name = reason === 'early' ? 'earlyMessage' : 'versionGap';
  unit.timer(reason, reference, unit.at + unit.context.timerMs(name));
}

/** Tells the sender, and nobody else; the book stays as it is. */
export function refuse(
  unit: Work,
  received: Received,
  findings: WireFinding[],
  movement: Movement | null = null,
): undefined {
  const { message, conversation, bytes, late } = received;
  const { sender, messageId, messageType } = message;
  const told = unit.context.hooks.onRoute([], received, movement);
  unit.deliver({ sender, messageId, messageType, conversation, late, bytes }, told);
  if (received.name === 'TransitNotice') askAbout(unit, received, 'refused');
  const { transitReference } = message.payload as { transitReference?: string };
  unit.tell(
    message.sender,
    'FunctionalError',
    {
      relatesTo: message.messageId,
      ...(transitReference === undefined ? {} : { transitReference }),
      findings,
    },
    { correlationId: message.messageId, conversation },
  );
}

async function carryOut(
  unit: Work,
  received: Received,
  before: Movement | null,
  step: Step,
): Promise<Movement> {
  const { hooks } = unit.context;
  const { reference } = step.movement;
  for (const { kind, dueAt } of step.timers) unit.timer(kind, reference, dueAt);
  await tellNewcomers(unit, step);
  const countries = [...step.movement.countries, ...step.alsoTold];
  const told = recipientsOf(received.message, countries, unit.context.reference.seats());
  const { sender, messageId, messageType } = received.message;
  const { bytes, late } = received;
  unit.deliver(
    { sender, messageId, messageType, conversation: reference, late, bytes },
    hooks.onRoute(told, received, step.movement),
  );
  const raised = raise(unit, step.movement, step.notices);
  const after = hooks.onLedger(raised, received);
  await saveMovement(unit.transaction, before, after);
  await settleReservations(unit, reference, step.reservations, received);
  if (hasEnded(after) && !(before && hasEnded(before))) await endTracking(unit, after);
  if (received.name === 'TransitNotice') askAbout(unit, received, 'taken');
  if (received.name === 'DeviceAssignment') await followAssignment(unit, received);
  return after;
}

/** The reports that came before the assignment was told; what they tell goes behind it. */
async function followAssignment(unit: Work, { message }: Received): Promise<void> {
  const payload = message.payload as unknown as DeviceAssignmentPayload;
  const devices = [payload, ...(payload.replaces ? [payload.replaces] : [])];
  await unit.context.reattribute(unit, devices, Date.parse(payload.at));
}

/**
 * Countries new on the road receive notice and release, as they were sent, before the change that concerns them; one that
 * comes back, what of them it does not have.
 */
async function tellNewcomers(unit: Work, { newcomers, movement }: Step): Promise<void> {
  const concerned = unit.context.hooks.onNewcomers([...newcomers], movement);
  if (concerned.length === 0) return;
  for (const messageId of [movement.noticeMessage, movement.releaseMessage]) {
    const stored = messageId === null ? null : await findMessage(unit.transaction, movement.owner, messageId);
    const told = stored ? await findTold(unit.transaction, concerned, stored) : [];
    const untold = concerned.filter((country) => !told.includes(country));
    if (stored) unit.deliver(stored, untold);
  }
}

/** Takes up what waited: whatever was received first of what may go, then again, until nothing moves any more. */
export async function applyWaiting(unit: Work, reference: string, movement: Movement | null): Promise<void> {
  let current = movement;
  for (let moved = true; moved; ) {
    moved = false;
    for (const waiting of await findWaiting(unit.transaction, reference)) {
      const received = await reread(unit, waiting);
      if (!received) continue;
      const next = await rule(unit, received, current, reference, waiting);
      moved = next !== current;
      current = next;
      if (moved) break;
    }
  }
}

/** A message that waits, as it was received. */
export async function reread(unit: Work, { sender, messageId }: WaitingMessage): Promise<Received | null> {
  const stored = await findMessage(unit.transaction, sender, messageId);
  const definition = stored && messageByWireCode(stored.messageType);
  if (!stored || !definition) return null;
  const message = JSON.parse(stored.bytes.toString('utf8')) as Message;
  const { digest, bytes, receivedAt, late } = stored;
  const name = definition.name as MessageName;
  return {
    message,
    name,
    definition,
    digest,
    bytes,
    receivedAt,
    late,
    conversation: conversationOf(message),
  };
}

/** Refuses a message that has waited in vain. */
export async function giveUp(unit: Work, waiting: WaitingMessage, findings: WireFinding[]): Promise<void> {
  const received = await reread(unit, waiting);
  await stopWaiting(unit.transaction, waiting);
  if (received) refuse(unit, received, findings);
}
