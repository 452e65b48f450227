import type { Reading } from '../devices/dialect.ts';

const FIRST_ROOM = 32;

/** The memory of a device: readings in order, the oldest lost when it is full. Takes room only as it fills. */
export class Store {
  readonly #capacity: number;
  #slots: (Reading | undefined)[] = [];
  #first = 0;
  #size = 0;

  /** @param capacity readings */
  constructor(capacity: number) {
    this.#capacity = Math.max(1, capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** Keeps a reading; gives back the one that is lost for it, if any. */
  push(reading: Reading): Reading | undefined {
    const lost = this.#size === this.#capacity ? this.takeOldest() : undefined;
    if (this.#size === this.#slots.length) this.#grow();
    this.#slots[(this.#first + this.#size) % this.#slots.length] = reading;
    this.#size++;
    return lost;
  }

  takeOldest(): Reading | undefined {
    if (this.#size === 0) return undefined;
    const reading = this.#slots[this.#first];
    this.#slots[this.#first] = undefined;
    this.#first = (this.#first + 1) % this.#slots.length;
    this.#shrink();
    return reading;
  }

  takeNewest(): Reading | undefined {
    if (this.#size === 0) return undefined;
    const slot = (this.#first + this.#size - 1) % this.#slots.length;
    const reading = this.#slots[slot];
    this.#slots[slot] = undefined;
    this.#shrink();
    return reading;
  }

  /** After one was taken; an empty memory takes no room. */
  #shrink(): void {
    this.#size--;
    if (this.#size > 0) return;
    this.#slots = [];
    this.#first = 0;
  }

  #grow(): void {
    const room = Math.min(this.#capacity, Math.max(FIRST_ROOM, this.#slots.length * 2));
    const slots = new Array<Reading | undefined>(room);
    for (let index = 0; index < this.#size; index++) {
      slots[index] = this.#slots[(this.#first + index) % this.#slots.length];
    }
    this.#slots = slots;
    this.#first = 0;
  }
}
