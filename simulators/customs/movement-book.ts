import type { ArrivalNoticePayload } from '../../profile/messages/arrival-notice.ts';
import type { DepartureReleasePayload } from '../../profile/messages/departure-release.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { ControlOutcome } from '../../profile/messages/parts/control-outcome.ts';
import type { MovementEvent } from '../../profile/messages/parts/movement-event.ts';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';
import type { MovementState } from '../../profile/states/movement-states.ts';
import { foldMovement } from './fold-movement.ts';

/** A message that the book holds, with when it came or was accepted. */
export interface BookedMessage {
  readonly message: Message;
  /** Name by meaning, e.g. `BorderPassage`. */
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
  readonly late: boolean;
}

/** What one administration knows of a movement, from what it sent and received. */
export interface BookEntry {
  readonly transitReference: string;
  readonly state: MovementState;
  /** Highest `movementVersion` seen, 0 without. */
  readonly movementVersion: number;
  /** True when this administration registered the movement. */
  readonly own: boolean;
  /** The TransitNotice in force. */
  readonly notice?: TransitNoticePayload;
  readonly release?: DepartureReleasePayload;
  readonly limitDate?: string;
  readonly arrival?: ArrivalNoticePayload;
  readonly control?: ControlOutcome;
  /** In order of occurrence. */
  readonly events: readonly MovementEvent[];
  readonly messages: readonly Message[];
}

/**
 * The book of one seat: messages by movement, in order of booking. States are computed when somebody looks, so
 * that messages may come in any order (P12) and taking one back is simple.
 */
export class MovementBook {
  readonly #country: string;
  /** By transit reference, then by sender and messageId, in order of booking. */
  readonly #movements = new Map<string, Map<string, BookedMessage>>();
  readonly #keep: number;

  constructor(country: string, keep: number = Number.POSITIVE_INFINITY) {
    this.#country = country;
    this.#keep = keep;
  }

  /**
   * Books a message about a movement; others, and repetitions, are left out. So are tracking events, of which there are
   * thousands: they change nothing of it, and stand in the inbox.
   */
  add(booked: BookedMessage): void {
    const reference = booked.message.payload['transitReference'];
    if (typeof reference !== 'string' || this.#keep === 0 || booked.name === 'TrackingEvent') return;
    const known = this.#movements.get(reference);
    if (!known) this.#open(reference, booked);
    else if (!known.has(keyOf(booked.message))) known.set(keyOf(booked.message), booked);
  }

  /** Takes a message of this seat back that another book refused after the fact (AT92). */
  remove(message: Message): void {
    this.#movements.get(String(message.payload['transitReference']))?.delete(keyOf(message));
  }

  /** What is known of a movement, or undefined. */
  entry(reference: string): BookEntry | undefined {
    const known = this.#movements.get(reference);
    return known && known.size > 0 ? foldMovement(this.#country, reference, [...known.values()]) : undefined;
  }

  /** A copy of the book; called, it puts that back. */
  backUp(): () => void {
    const kept = [...this.#movements].map(([reference, messages]) => [reference, [...messages]] as const);
    return () => {
      this.#movements.clear();
      for (const [reference, messages] of kept) this.#movements.set(reference, new Map(messages));
    };
  }

  /** Transit references in the book, oldest first. */
  references(): string[] {
    return [...this.#movements.keys()];
  }

  #open(reference: string, booked: BookedMessage): void {
    this.#movements.set(reference, new Map([[keyOf(booked.message), booked]]));
    if (this.#movements.size <= this.#keep) return;
    const oldest = this.#movements.keys().next();
    if (!oldest.done) this.#movements.delete(oldest.value);
  }
}

const keyOf = ({ sender, messageId }: Message): string => `${sender} ${messageId}`;
