import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../profile/clock.ts';

/**
 * Makes message ids: UUID version 7, rising within the process.
 * @source RFC 9562 section 5.7, counter in rand_a (method 1)
 */
export class MessageIds {
  readonly #clock: Clock;
  #lastMs = 0;
  #counter = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    const now = this.#clock.now();
    this.#counter = now > this.#lastMs ? 0 : this.#counter + 1;
    this.#lastMs = Math.max(this.#lastMs, now) + (this.#counter > 0xfff ? 1 : 0);
    if (this.#counter > 0xfff) this.#counter = 0;
    const time = this.#lastMs.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    const count = this.#counter.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  }
}
