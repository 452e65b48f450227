import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../../profile/clock.ts';
import type { Delivery } from './delivery.ts';
import { endDeliveries } from './delivery-table.ts';

const AGAIN_MS = 1000;

/**
 * Writes down which deliveries ended. Answers that come while a write is under way go together in the next; a write that
 * failed is repeated, for nothing else says in this life that the seat has them. A kill before the write means that the
 * same bytes are delivered again, which the recipient recognises (P03).
 */
export class Settlement {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #closing = new AbortController();
  #ended = new Map<string, number[]>();
  #writing: Promise<void> | null = null;

  constructor(pool: Pool, clock: Clock, log: Logger) {
    this.#pool = pool;
    this.#clock = clock;
    this.#log = log;
  }

  ended({ recipient, cursor }: Delivery): void {
    this.#note(recipient, [cursor]);
    this.#writing ??= this.#write();
  }

  /** Ends when all that was told is written, or could not be: nothing waits for a database that is gone. */
  async close(): Promise<void> {
    this.#closing.abort();
    while (this.#writing !== null) await this.#writing;
  }

  #note(recipient: string, cursors: readonly number[]): void {
    const noted = this.#ended.get(recipient) ?? [];
    for (const cursor of cursors) noted.push(cursor);
    this.#ended.set(recipient, noted);
  }

  async #write(): Promise<void> {
    await Promise.resolve();
    while (this.#ended.size > 0) {
      const batch = this.#ended;
      this.#ended = new Map();
      const failed = await this.#writeBatch(batch);
      if (failed.length === 0) continue;
      if (this.#closing.signal.aborted) break;
      for (const [recipient, cursors] of failed) this.#note(recipient, cursors);
      await pause(AGAIN_MS, undefined, { ref: false, signal: this.#closing.signal }).catch(() => undefined);
    }
    this.#writing = null;
  }

  /** @returns what could not be written */
  async #writeBatch(batch: ReadonlyMap<string, number[]>): Promise<[string, number[]][]> {
    const failed: [string, number[]][] = [];
    for (const [recipient, cursors] of batch) {
      try {
        await endDeliveries(this.#pool, recipient, cursors, this.#clock.now());
      } catch (error) {
        this.#log.error({ err: error }, 'Failed to write that deliveries ended; trying again in a second.');
        failed.push([recipient, cursors]);
      }
    }
    return failed;
  }
}
