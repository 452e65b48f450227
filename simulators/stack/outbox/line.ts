import type { Alarm } from '../clock/stack-clock.ts';
import type { Delivery } from './delivery.ts';

/** Deliveries to one seat under one order key: the first is being attempted or waits for its next attempt. */
export class Line {
  readonly key: string;
  alarm: Alarm | undefined;
  /** The first is being attempted. */
  busy = false;
  /** No dead letter is recorded before, ms since the epoch: the database could not take the last one. */
  restsUntil = 0;
  readonly #deliveries: Delivery[] = [];

  constructor(key: string) {
    this.key = key;
  }

  get first(): Delivery | undefined {
    return this.#deliveries[0];
  }

  /** Takes its place by cursor, but never before one that is being attempted. */
  add(delivery: Delivery): void {
    const later = this.#deliveries.findIndex(({ cursor }) => cursor > delivery.cursor);
    const place = later < 0 ? this.#deliveries.length : Math.max(later, this.busy ? 1 : 0);
    this.#deliveries.splice(place, 0, delivery);
  }

  /** @returns how many went: one, or none when it had gone before */
  remove(delivery: Delivery): number {
    const index = this.#deliveries.indexOf(delivery);
    return index < 0 ? 0 : this.#deliveries.splice(index, 1).length;
  }

  /** Drops what the seat has, up to a cursor, but for one that is being attempted. @returns how many went */
  confirm(cursor: number): number {
    const { first, busy } = this;
    const before = this.#deliveries.length;
    const kept = this.#deliveries.filter((entry) => entry.cursor > cursor || (busy && entry === first));
    this.#deliveries.splice(0, before, ...kept);
    return before - kept.length;
  }
}
