import type { Reading } from '../devices/dialect.ts';

const FEW = 16;

/**
 * What a device has measured and not delivered, in order of time. Full, it forgets the oldest.
 * @source JT701D manual V1.4: at least 20,000 items are kept; the oldest give way
 */
export class ReadingMemory {
  readonly #most: number;
  /** Oldest first, from `#first` on: what was taken at the front is cut off now and then. */
  #kept: Reading[] = [];
  #first = 0;

  /** @param most readings that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#kept.length - this.#first;
  }

  /** Keeps one more; true when the oldest was forgotten for it. */
  add(reading: Reading): boolean {
    this.#kept.push(reading);
    if (this.size <= this.#most) return false;
    this.#dropFirst(1);
    return true;
  }

  /**
   * Takes the readings of the next frame, from the end that is sent first; all of them measured without a link, or none.
   * @param storedUntil ms since the epoch; what was measured until then was without a link
   */
  take(order: 'oldest-first' | 'newest-first', most: number, storedUntil: number): Reading[] {
    const step = order === 'oldest-first' ? 1 : -1;
    const from = order === 'oldest-first' ? this.#first : this.#kept.length - 1;
    const first = this.#kept[from];
    if (this.size === 0 || first === undefined) return [];
    const stored = first.at <= storedUntil;
    const taken: Reading[] = [];
    for (let index = from; taken.length < most && index >= this.#first; index += step) {
      const reading = this.#kept[index];
      if (reading === undefined || reading.at <= storedUntil !== stored) break;
      taken.push(reading);
    }
    if (order === 'oldest-first') this.#dropFirst(taken.length);
    else this.#kept.length -= taken.length;
    return taken;
  }

  #dropFirst(count: number): void {
    this.#first += count;
    if (this.#first < FEW || this.#first * 2 < this.#kept.length) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }
}
