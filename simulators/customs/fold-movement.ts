import { comparedPayload } from '../../profile/compared-result.ts';
import type { ArrivalNoticePayload } from '../../profile/messages/arrival-notice.ts';
import type { DepartureReleasePayload } from '../../profile/messages/departure-release.ts';
import type { Message } from '../../profile/messages/message.ts';
import { occurredAt } from '../../profile/messages/occurred-in.ts';
import type { ControlOutcome } from '../../profile/messages/parts/control-outcome.ts';
import type { MovementEvent } from '../../profile/messages/parts/movement-event.ts';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';
import type { MovementState } from '../../profile/states/movement-states.ts';
import { nextState } from '../../profile/states/transitions.ts';
import type { BookEntry, BookedMessage } from './movement-book.ts';

/**
 * The entry of a movement, from its messages in order of booking.
 * @param country whose book it is
 */
export function foldMovement(
  country: string,
  reference: string,
  booked: readonly BookedMessage[],
): BookEntry {
  const notice = newest(booked, 'TransitNotice');
  const release = payloadOf<DepartureReleasePayload>(newest(booked, 'DepartureRelease'));
  const arrival = payloadOf<ArrivalNoticePayload>(newest(booked, 'ArrivalNotice'));
  const control = payloadOf<ControlOutcome>(newest(booked, 'ControlResult')) ?? arrival?.controlResult;
  const limitDate = limitOf(booked) ?? release?.limitDate;
  const versions = booked.map(({ message }) => message.movementVersion ?? 0);
  return {
    transitReference: reference,
    state: stateOf(notice ? booked.map((each) => compared(each, notice)) : booked, limitDate),
    movementVersion: Math.max(0, ...versions),
    own: notice?.sender === country,
    ...(notice && { notice: notice.payload as unknown as TransitNoticePayload }),
    ...(release && { release }),
    ...(limitDate !== undefined && { limitDate }),
    ...(arrival && { arrival }),
    ...(control && { control }),
    events: booked.map(eventOf).sort((a, b) => a.occurredAt.localeCompare(b.occurredAt)),
    messages: booked.map(({ message }) => message),
  };
}

/** Masses within tolerance are no difference (P16). */
const compared = (booked: BookedMessage, notice: Message): BookedMessage => {
  const declared = notice.payload as unknown as TransitNoticePayload;
  const { name, message } = booked;
  return { ...booked, message: { ...message, payload: comparedPayload(declared, name, message.payload) } };
};

/**
 * Applies each message as soon as the state machine lets it: one that came early waits for the one before it,
 * one that never becomes legal changes nothing.
 */
function stateOf(booked: readonly BookedMessage[], limitDate: string | undefined): MovementState {
  let state: MovementState = 'NONE';
  let waiting = [...booked];
  for (let moved = true; moved; ) {
    moved = false;
    const still: BookedMessage[] = [];
    for (const each of waiting) {
      const after = apply(state, each, limitDate);
      if (after === null) still.push(each);
      else [state, moved] = [after, true];
    }
    waiting = still;
  }
  return state;
}

/** An enquiry or a recovery after the time limit shows that the movement is overdue, whoever's clock says so. */
function apply(
  state: MovementState,
  booked: BookedMessage,
  limitDate: string | undefined,
): MovementState | null {
  const { name, message } = booked;
  const after = nextState(state, name, message.payload);
  if (after !== null || limitDate === undefined || occurredAt(name, message) <= limitDate) return after;
  const overdue = nextState(state, 'timer:limitDate');
  return overdue && nextState(overdue, name, message.payload);
}

/** A change of itinerary that was authorised may bring a new limit. */
function limitOf(booked: readonly BookedMessage[]): string | undefined {
  const changes = booked.filter(
    ({ name, message }) => name === 'ItineraryChange' && message.payload['decision'] === 'AUTHORISED',
  );
  const limit = changes.at(-1)?.message.payload['newLimitDate'];
  return typeof limit === 'string' ? limit : undefined;
}

/** The message of that name with the highest number; the last booked among equals. */
function newest(booked: readonly BookedMessage[], name: string): Message | undefined {
  let best: Message | undefined;
  for (const { name: other, message } of booked)
    if (other === name && (!best || numberOf(message) >= numberOf(best))) best = message;
  return best;
}

const numberOf = (message: Message): number => message.movementVersion ?? message.originSeq ?? 0;

const payloadOf = <Payload>(message: Message | undefined): Payload | undefined =>
  message?.payload as Payload | undefined;

function eventOf(booked: BookedMessage): MovementEvent {
  const { message, receivedAt, late } = booked;
  const { office, direction } = message.payload;
  return {
    messageId: message.messageId,
    messageType: message.messageType,
    sender: message.sender,
    occurredAt: occurredAt(booked.name, message),
    receivedAt,
    ...(typeof office === 'string' && { office: office as NonNullable<MovementEvent['office']> }),
    ...((direction === 'EXIT' || direction === 'ENTRY') && { direction }),
    late,
  };
}
