import type { MessageName } from '../../../profile/messages/messages.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { Received } from '../intake/received.ts';
import type { BookEvent, Movement } from './movement.ts';
import type { Step } from './step.ts';

/** What judging and applying a message may know besides movement and message. */
export interface LedgerContext {
  /** Timer of the profile in force, ms. */
  readonly timerMs: (name: 'passageTolerance' | 'controlResult') => number;
  /** The reservation that stands for the movement, or null. */
  readonly reservationId: string | null;
}

/** How one message acts on a movement that exists; state, owner and order are judged before, for all alike. */
export interface Handler<Payload> {
  /** When it happened; absent: when it was prepared. ISO 8601, UTC. */
  readonly occurredAt?: (payload: Payload) => string | undefined;
  /** What the line in the book keeps besides the usual. */
  readonly event?: (payload: Payload, received: Received<Payload>) => Partial<BookEvent>;
  /** What of this message the book refuses. */
  readonly refuse?: (
    movement: Movement,
    received: Received<Payload>,
    context: LedgerContext,
  ) => WireFinding[];
  /** The effect beyond state, version and event, which `movement` shows already. */
  readonly act?: (
    movement: Movement,
    received: Received<Payload>,
    context: LedgerContext,
    before: Movement,
  ) => Step;
}

/** A handler whose payload type is forgotten: dispatch by name has made sure that it fits. */
export type AnyHandler = Handler<Readonly<Record<string, unknown>>>;

export type Handlers = { readonly [Name in MessageName]?: AnyHandler };

/** Types a handler, then forgets the type. */
export const handler = <Payload>(given: Handler<Payload>): AnyHandler => given as unknown as AnyHandler;
