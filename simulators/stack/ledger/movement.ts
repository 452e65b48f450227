import type { MovementEvent } from '../../../profile/messages/parts/movement-event.ts';
import type { Leg, SealsCheck } from '../../../profile/messages/parts/parts.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';

/** A line of the book, with what later judgements need of the message. */
export interface BookEvent extends MovementEvent {
  /** Of a passage: PASSED or REFUSED. */
  readonly outcome?: string;
  /** What an officer saw of the seals. */
  readonly seals?: SealsCheck;
  /** Seals put on by an incident notice, lawfully. */
  readonly newSeals?: readonly string[];
  /** Plate of the vehicle that an incident notice put in place of another. */
  readonly newPlate?: string;
  /** Of an enquiry: the seat that was asked. */
  readonly asked?: string;
}

/** A fact that the hub pointed out. */
export interface BookFinding {
  readonly kind: string;
  readonly raisedAt: string;
  readonly country?: string;
  readonly office?: string;
  readonly relatesTo?: string;
}

/** A movement in the regional ledger. */
export interface Movement {
  readonly reference: string;
  /** Country of departure. */
  readonly owner: string;
  readonly state: MovementState;
  /** Highest `movementVersion` that took effect. */
  readonly version: number;
  /** Numbers above it whose messages were refused: taken again or left out, neither is a gap. */
  readonly refusedVersions: readonly number[];
  readonly corridor: string;
  /** The itinerary in force, in order of travel. */
  readonly legs: readonly Leg[];
  readonly countries: readonly string[];
  /** Null before release (P10). */
  readonly limitDate: string | null;
  /** Numbers of the seals now in place. */
  readonly seals: readonly string[];
  /** Numbers of the seals at release, from which continuity is judged. */
  readonly releasedSeals: readonly string[] | null;
  /** Payload in force, unchanged. */
  readonly notice: TransitNoticePayload;
  /** The message that carried it; null when the movement came from an answer to a query. */
  readonly noticeMessage: string | null;
  readonly releaseMessage: string | null;
  readonly events: readonly BookEvent[];
  readonly findings: readonly BookFinding[];
}

/** Where the truck goes, by the itinerary in force. */
export const destinationCountry = (movement: Movement): string => movement.legs.at(-1)?.country ?? '';

/** The country that a transit reference names as that of departure. */
export const ownerOf = (transitReference: string): string => transitReference.slice(2, 4);

/** In order of occurrence; what came first when equal. */
export const inOrder = (events: readonly BookEvent[]): BookEvent[] =>
  [...events].sort(
    (a, b) =>
      Date.parse(a.occurredAt) - Date.parse(b.occurredAt) ||
      Date.parse(a.receivedAt) - Date.parse(b.receivedAt),
  );

/** The events as published: without what only the hub's own judgement needs. */
export const publicEvents = (movement: Movement): MovementEvent[] =>
  inOrder(movement.events).map((event) => ({
    messageId: event.messageId,
    messageType: event.messageType,
    sender: event.sender,
    occurredAt: event.occurredAt,
    receivedAt: event.receivedAt,
    ...(event.office === undefined ? {} : { office: event.office }),
    ...(event.direction === undefined ? {} : { direction: event.direction }),
    late: event.late,
  }));
