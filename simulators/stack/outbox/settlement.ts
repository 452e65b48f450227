import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../../../profile/clock.ts';
import type { Delivery } from './delivery.ts';
import { endDeliveries } from './delivery-table.ts';

/**
 * Writes down which deliveries ended. Answers that come while a write is under way go together in the next. A
 * kill before the write means that the same bytes are delivered again, which the recipient recognises (P03).
 */
export class Settlement {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #log: Logger;
  #ended = new Map<string, number[]>();
  #writing: Promise<void> | null = null;

  constructor(pool: Pool, clock: Clock, log: Logger) {
    this.#pool = pool;
    this.#clock = clock;
    this.#log = log;
  }

  ended({ recipient, cursor }: Delivery): void {
    const cursors = this.#ended.get(recipient) ?? [];
    cursors.push(cursor);
    this.#ended.set(recipient, cursors);
    this.#writing ??= this.#write();
  }

  /** Ends when all that was told is written. */
  async settled(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #write(): Promise<void> {
    await Promise.resolve();
    while (this.#ended.size > 0) {
      const batch = this.#ended;
      this.#ended = new Map();
      for (const [recipient, cursors] of batch) {
        try {
          await endDeliveries(this.#pool, recipient, cursors, this.#clock.now());
        } catch (error) {
          this.#log.error({ err: error }, 'Failed to write that deliveries ended; they may be repeated.');
        }
      }
    }
    this.#writing = null;
  }
}
