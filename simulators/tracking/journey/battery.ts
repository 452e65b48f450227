import type { DeviceProfile } from './journey-options.ts';

const HOUR = 3_600_000;
/**
 * What an hour, a report that goes out and one that does not (search for a network) take, percent of a full battery.
 * @source assumption: tracking notes, section 10.9 gives the order (more without coverage), no vendor the figures
 */
const TAKES = { hour: 0.03, report: 0.003, unsent: 0.006 } as const;
/** Below: an alarm, then only every so often a report. @source tracking notes, section 10.9: 30 % alarm, 5 % deep sleep */
const LOW_PCT = 30;
const SLEEP_PCT = 5;

/** The battery of a device; it never rises, since nothing charges it on the road. */
export class Battery {
  #pct: number;
  #at: number;
  #toldLow = false;
  readonly #isFed: boolean;

  constructor({ batteryPct, externalPower }: DeviceProfile, at: number) {
    this.#isFed = externalPower;
    this.#pct = externalPower ? 100 : batteryPct;
    this.#at = at;
  }

  /** Whole percent. */
  get pct(): number {
    return Math.ceil(this.#pct);
  }

  get isEmpty(): boolean {
    return this.#pct <= 0;
  }

  get sleeps(): boolean {
    return this.#pct <= SLEEP_PCT;
  }

  /** The device lies in a box until then. */
  startAt(at: number): void {
    this.#at = at;
  }

  atMost(pct: number): void {
    if (!this.#isFed) this.#pct = Math.min(this.#pct, pct);
  }

  report(at: number, isSent: boolean): void {
    const hours = (at - this.#at) / HOUR;
    this.#at = at;
    if (this.#isFed) return;
    this.#pct = Math.max(0, this.#pct - hours * TAKES.hour - (isSent ? TAKES.report : TAKES.unsent));
  }

  /** True once, when it has become low. */
  becameLow(): boolean {
    if (this.#toldLow || this.#pct >= LOW_PCT) return false;
    this.#toldLow = true;
    return true;
  }
}
