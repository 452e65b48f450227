import type { Delivery } from './delivery.ts';

/** How long a gap may last before the database is asked, ms: the answer to a commit is here by then, or lost. */
const PATIENCE_MS = 50;
/** Pause before a database that did not answer is asked again, ms. */
const AGAIN_MS = 1000;

/** Reads the deliveries of one seat that are still open, with a cursor above `after` and below `before`. */
export type ReadBetween = (after: number, before: number) => Promise<readonly Delivery[]>;

/**
 * Lets the new deliveries of one seat pass in the order of their cursors, which have no gaps. PostgreSQL frees the locks
 * of a transaction before the answer to its commit is here, so that the next one may be heard of first: it waits.
 * A cursor is given under the lock of its seat, so that those below one that was committed are committed too: when a
 * gap lasts, what belongs in it stands in the database.
 */
export class Succession {
  readonly #pass: (delivery: Delivery) => void;
  readonly #readBetween: ReadBetween;
  readonly #early = new Map<number, Delivery>();
  /** Null until it is known where an earlier life ended: all wait. */
  #last: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(pass: (delivery: Delivery) => void, readBetween: ReadBetween) {
    this.#pass = pass;
    this.#readBetween = readBetween;
  }

  /** The last cursor that somebody else takes care of. */
  startAfter(last: number): void {
    this.#last = last;
    this.#advance();
  }

  /** One that was just committed. */
  take(delivery: Delivery): void {
    this.#early.set(delivery.cursor, delivery);
    this.#advance();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #advance(): void {
    if (this.#last === null) return;
    for (const cursor of this.#early.keys()) if (cursor <= this.#last) this.#early.delete(cursor);
    for (;;) {
      const next = this.#early.get(this.#last + 1);
      if (!next) break;
      this.#last = next.cursor;
      this.#early.delete(next.cursor);
      this.#pass(next);
    }
    clearTimeout(this.#timer);
    if (this.#early.size > 0) this.#fillLater(PATIENCE_MS);
  }

  #fillLater(afterMs: number): void {
    if (!this.#closed) this.#timer = setTimeout(() => void this.#fill(), afterMs);
  }

  async #fill(): Promise<void> {
    const after = this.#last ?? 0;
    const before = Math.min(...this.#early.keys());
    try {
      const found = await this.#readBetween(after, before);
      if (this.#closed || this.#last !== after) return;
      for (const delivery of found) this.#pass(delivery);
      this.#last = before - 1;
      this.#advance();
    } catch {
      this.#fillLater(AGAIN_MS); // the same fault is told wherever the stack works with its database
    }
  }
}
