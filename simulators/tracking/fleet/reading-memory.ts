import type { Reading } from '../devices/dialect.ts';

const FEW = 16;
const NOTHING: readonly Reading[] = [];

interface Kept {
  readonly reading: Reading;
  /** Measured without a link. */
  stored: boolean;
}

/**
 * What a device has measured and not delivered, in the order of its measuring. Full, it forgets the oldest.
 * @source JT701D manual V1.4: at least 20,000 items are kept; the oldest give way
 */
export class ReadingMemory {
  readonly #most: number;
  /** Oldest first, from `#first` on: what was taken at the front is cut off now and then. */
  #kept: Kept[] = [];
  #first = 0;

  /** @param most readings that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#kept.length - this.#first;
  }

  /** Keeps one more. @returns what was forgotten for it: the oldest, when it is full */
  add(reading: Reading, stored: boolean): readonly Reading[] {
    this.#kept.push({ reading, stored });
    return this.size <= this.#most ? NOTHING : this.take('oldest-first', 1).readings;
  }

  /** Takes the readings of the next frame, from the end that is sent first: all of them stored, or none. */
  take(order: 'oldest-first' | 'newest-first', most: number): { readings: Reading[]; stored: boolean } {
    const step = order === 'oldest-first' ? 1 : -1;
    const from = order === 'oldest-first' ? this.#first : this.#kept.length - 1;
    const stored = this.#kept[from]?.stored ?? false;
    const readings: Reading[] = [];
    for (let index = from; readings.length < most && index >= this.#first; index += step) {
      const kept = this.#kept[index];
      if (kept === undefined || kept.stored !== stored) break;
      readings.push(kept.reading);
    }
    if (order === 'oldest-first') this.#dropFirst(readings.length);
    else this.#kept.length -= readings.length;
    return { readings, stored };
  }

  /** Everything that is kept, oldest first. */
  all(): Reading[] {
    return this.#kept.slice(this.#first).map(({ reading }) => reading);
  }

  #dropFirst(count: number): void {
    this.#first += count;
    if (this.#first < FEW || this.#first * 2 < this.#kept.length) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }
}
