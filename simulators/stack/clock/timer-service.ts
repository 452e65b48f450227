import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Alarm, StackClock } from './stack-clock.ts';
import { type DueTimer, firstTimer } from './timer-table.ts';

/** Watches the timers in the database: one alarm on the stack's clock for the one that falls due first. */
export class TimerService {
  readonly #pool: Pool;
  readonly #clock: StackClock;
  readonly #fire: (timer: DueTimer) => Promise<void>;
  readonly #log: Logger;
  #alarm: Alarm | undefined;
  #dueAt = Number.POSITIVE_INFINITY;
  #running: Promise<void> | undefined;
  /** Something fell due while others were fired. */
  #again = false;

  constructor(pool: Pool, clock: StackClock, log: Logger, fire: (timer: DueTimer) => Promise<void>) {
    this.#pool = pool;
    this.#clock = clock;
    this.#log = log;
    this.#fire = fire;
  }

  /** A timer was set for this instant. */
  expect(dueAt: number): void {
    if (dueAt >= this.#dueAt) return;
    this.#alarm?.cancel();
    this.#dueAt = dueAt;
    this.#alarm = this.#clock.at(dueAt, () => this.run());
  }

  /**
   * Fires, in order, all that is due; then waits for the next. One at a time: several who fire the same timers wait for
   * each other's locks, and the more timers fall due the more of them there would be.
   */
  run(): Promise<void> {
    this.#dueAt = Number.POSITIVE_INFINITY;
    this.#again = true;
    this.#running ??= this.#fireDue();
    return this.#running;
  }

  async #fireDue(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#fireUntilNextIsAhead();
      }
    } catch (error) {
      this.#log.error({ err: error }, 'Failed to fire a timer; trying again in a second.');
      this.expect(this.#clock.now() + 1000);
    } finally {
      this.#running = undefined;
    }
  }

  async #fireUntilNextIsAhead(): Promise<void> {
    for (;;) {
      const timer = await firstTimer(this.#pool);
      if (!timer) return;
      if (timer.dueAt > this.#clock.now()) return this.expect(timer.dueAt);
      await this.#fire(timer);
    }
  }
}
