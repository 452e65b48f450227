import type { Logger } from 'pino';
import { idleSoon } from '../clock/idle-soon.ts';
import type { StackClock } from '../clock/stack-clock.ts';
import type { Hooks } from '../hooks.ts';
import type { Delivery } from './delivery.ts';
import { RecipientQueue } from './recipient-queue.ts';
import type { RetryLimits } from './retry.ts';
import { type ReadBetween, Succession } from './succession.ts';

/** What the outbox needs of the rest of the stack. */
export interface OutboxContext {
  readonly clock: StackClock;
  readonly hooks: Hooks;
  readonly log: Logger;
  readonly limits: RetryLimits;
  /** How long an answer may take, ms on the stack's clock. */
  readonly acknowledgementMs: number;
  /** End of the unavailability that a seat has announced, ms since the epoch; Infinity when open; else null. */
  readonly unavailableUntil: (seat: string) => number | null;
  /** How long a seat was away as announced between two instants, ms. */
  readonly suspendedMs: (seat: string, from: number, to: number) => number;
  readonly bytesOf: (delivery: Delivery) => Promise<Buffer>;
  /** Open deliveries of a seat between two cursors, both left out. */
  readonly openBetween: (seat: string, ...cursors: Parameters<ReadBetween>) => ReturnType<ReadBetween>;
  /** The recipient answered for good. */
  readonly ended: (delivery: Delivery) => void;
  readonly failed: (delivery: Delivery, reason: string) => Promise<void>;
  /** The delivery becomes a dead letter, and both sides are told. */
  readonly bury: (delivery: Delivery) => Promise<void>;
}

/** All queues of deliveries, one per seat. */
export class Outbox {
  readonly #context: OutboxContext;
  readonly #queues = new Map<string, RecipientQueue>();
  readonly #successions = new Map<string, Succession>();
  /** Where an earlier life left the queue of each seat; null until it is known. */
  #left: ReadonlyMap<string, number> | null = null;

  constructor(context: OutboxContext) {
    this.#context = context;
  }

  /** Takes up old deliveries: those of an earlier life, and dead letters. */
  enqueue(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) this.#queue(delivery.recipient).add(delivery);
  }

  /** Takes new deliveries, just committed: each seat gets them in the order of its cursors. */
  take(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) this.#succession(delivery.recipient).take(delivery);
  }

  /** From now on deliveries after these cursors are new; what was taken before waited for it. */
  startAfter(left: ReadonlyMap<string, number>): void {
    this.#left = left;
    for (const [seat, succession] of this.#successions) succession.startAfter(left.get(seat) ?? 0);
  }

  moveTo(seat: string, baseUrl: string): void {
    this.#queue(seat).moveTo(baseUrl);
  }

  confirm(seat: string, cursor: number): void {
    this.#queue(seat).confirm(cursor);
  }

  /** Tries again at once what waits for a seat, e.g. after its unavailability changed. */
  wake(seat: string): void {
    this.#queue(seat).wake();
  }

  /** Ends when no attempt is under way, or after a little more than an attempt gets when the clock is moved. */
  idle(): Promise<void> {
    return idleSoon([...this.#queues.values()].map((queue) => queue.idle()));
  }

  close(): void {
    for (const succession of this.#successions.values()) succession.close();
    for (const queue of this.#queues.values()) queue.close();
  }

  #succession(seat: string): Succession {
    const known = this.#successions.get(seat);
    if (known) return known;
    const queue = this.#queue(seat);
    const succession = new Succession(
      (delivery) => {
        const { cursor } = delivery;
        const place = { recipient: seat, cursor, waiting: queue.waiting };
        if (this.#context.hooks.onQueued(cursor > queue.confirmed, place)) queue.add(delivery);
      },
      (after, before) => this.#context.openBetween(seat, after, before),
    );
    this.#successions.set(seat, succession);
    if (this.#left) succession.startAfter(this.#left.get(seat) ?? 0);
    return succession;
  }

  #queue(seat: string): RecipientQueue {
    const known = this.#queues.get(seat);
    if (known) return known;
    const queue = new RecipientQueue(seat, this.#context);
    this.#queues.set(seat, queue);
    return queue;
  }
}
