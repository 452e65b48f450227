import type { Clock } from '../../profile/clock.ts';

/**
 * The clock of one environment. When a scenario moves the test clock of the stack, the simulated countries move
 * along, or the stack would see their messages come from the past.
 */
export class HarnessClock implements Clock {
  readonly #real: Clock;
  #offsetMs = 0;

  constructor(real: Clock) {
    this.#real = real;
  }

  now(): number {
    return this.#real.now() + this.#offsetMs;
  }

  /** Steps so that the clock now reads `instantMs`. */
  moveTo(instantMs: number): void {
    this.#offsetMs = instantMs - this.#real.now();
  }
}
