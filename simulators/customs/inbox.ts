import { conversationsOf } from '../../reports/evidence/conversation.ts';
import type { ReceivedMessage } from './receiver.ts';

/** Chooses among received messages. */
export type ReceivedFilter = (received: ReceivedMessage) => boolean;

interface Waiter {
  readonly matches: ReceivedFilter;
  readonly end: (received: ReceivedMessage | undefined) => void;
}

/** What a seat received, in order, by conversation; each message once. */
export class Inbox {
  readonly #keep: number;
  readonly #waiters = new Set<Waiter>();
  readonly #byConversation = new Map<string, ReceivedMessage[]>();
  readonly #ahead = new Set<number>();
  #all: ReceivedMessage[] = [];
  /** Where in `#all` the kept ones begin. */
  #oldest = 0;
  #count = 0;
  #cursor = 0;

  constructor(keep: number = Number.POSITIVE_INFINITY) {
    this.#keep = keep;
  }

  add(received: ReceivedMessage): void {
    this.#count += 1;
    this.#follow(received.cursor);
    if (this.#keep > 0) this.#store(received);
    for (const waiter of this.#waiters) if (waiter.matches(received)) waiter.end(received);
  }

  /** Messages of a conversation (all without), of one type by name or wire code (all without), in order of reception. */
  of(conversation?: string, messageType?: string): ReceivedMessage[] {
    const candidates =
      conversation === undefined ? this.#kept() : (this.#byConversation.get(conversation) ?? []);
    return candidates.filter(
      ({ name, message }) =>
        messageType === undefined || name === messageType || message.messageType === messageType,
    );
  }

  /** Messages received over the whole life of the seat, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** The highest N such that all deliveries up to N came, by push or pull; later ones may be here too. */
  get cursor(): number {
    return this.#cursor;
  }

  /** The first match: one already here, or the next to come within the time; undefined when none came. */
  next(matches: ReceivedFilter, withinMs: number): Promise<ReceivedMessage | undefined> {
    const here = this.#kept().find(matches);
    if (here) return Promise.resolve(here);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        matches,
        end: (received) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(received);
        },
      };
      const timer = setTimeout(() => waiter.end(undefined), withinMs);
      this.#waiters.add(waiter);
    });
  }

  /** A copy of what came; called, it puts that back, cursor included. */
  backUp(): () => void {
    const all = this.#kept().slice();
    const byConversation = [...this.#byConversation].map(([name, known]) => [name, known.slice()] as const);
    const [ahead, count, cursor] = [[...this.#ahead], this.#count, this.#cursor];
    return () => {
      [this.#all, this.#oldest, this.#count, this.#cursor] = [all.slice(), 0, count, cursor];
      this.#byConversation.clear();
      for (const [name, known] of byConversation) this.#byConversation.set(name, known.slice());
      this.#ahead.clear();
      for (const position of ahead) this.#ahead.add(position);
    };
  }

  /** Nobody waits any more. */
  close(): void {
    for (const waiter of this.#waiters) waiter.end(undefined);
  }

  #follow(cursor: number | undefined): void {
    if (cursor === undefined || cursor <= this.#cursor) return;
    this.#ahead.add(cursor);
    while (this.#ahead.delete(this.#cursor + 1)) this.#cursor += 1;
  }

  #kept(): ReceivedMessage[] {
    return this.#oldest === 0 ? this.#all : this.#all.slice(this.#oldest);
  }

  #store(received: ReceivedMessage): void {
    this.#all.push(received);
    for (const name of conversationsOf(received.message)) {
      const known = this.#byConversation.get(name);
      if (known) known.push(received);
      else this.#byConversation.set(name, [received]);
    }
    if (this.#all.length - this.#oldest > this.#keep) this.#forgetOldest();
  }

  /** The oldest message is the first of each of its conversations; the list is compacted once half of it is forgotten. */
  #forgetOldest(): void {
    const forgotten = this.#all[this.#oldest];
    this.#oldest += 1;
    for (const name of conversationsOf(forgotten?.message)) {
      const known = this.#byConversation.get(name);
      if (known && known.length > 1) known.shift();
      else this.#byConversation.delete(name);
    }
    if (this.#oldest * 2 > this.#all.length) {
      this.#all = this.#all.slice(this.#oldest);
      this.#oldest = 0;
    }
  }
}
