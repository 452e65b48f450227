import type { CoverageFile } from '../../../fixtures/corridors/coverage.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { Reading } from '../devices/dialect.ts';
import type { DeviceProfile, Emission } from './journey-options.ts';
import { Store } from './store.ts';

const NEVER = Number.POSITIVE_INFINITY;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** From the network's return to the first stored reading that goes out, seconds. @source assumption: registration, connection, login */
const RECONNECT_S = { low: 5, high: 40 } as const;
/** From sending to sending again without an answer, seconds. @source tracking notes, section 10.8 (5 s and more); assumption */
const AGAIN_S = { low: 10, high: 60 } as const;

/** What a link tells of itself. */
interface LinkListener {
  networkChanged(online: boolean, at: number): void;
  readingLost(reading: Reading, at: number): void;
}

/**
 * The way out of a device: network or not, its memory, what it sends again. Dead zones and switches come from outside,
 * outages of the network are its own.
 */
export class Link {
  /** When something happens next. */
  dueAt = NEVER;
  #isOn = false;
  #dead = false;
  #switchedOff = false;
  #outage = false;
  #outageChangesAt = NEVER;
  #resendsAt = NEVER;
  #again: Reading | undefined;
  #againStored = false;
  #againAt = NEVER;
  readonly #store: Store;
  readonly #profile: DeviceProfile;
  readonly #outages: CoverageFile['outages'];
  readonly #random: Random;
  readonly #listener: LinkListener;

  constructor(
    profile: DeviceProfile,
    outages: CoverageFile['outages'],
    random: Random,
    listener: LinkListener,
  ) {
    this.#profile = profile;
    this.#outages = outages;
    this.#random = random;
    this.#listener = listener;
    this.#store = new Store(profile.memory);
  }

  /** Readings that wait in its memory. */
  get waiting(): number {
    return this.#store.size;
  }

  /** Whether anything can still go out without a move of the device. */
  get canDrain(): boolean {
    return (
      this.#isOn && !this.#dead && !this.#switchedOff && (this.#store.size > 0 || this.#again !== undefined)
    );
  }

  switchOn(at: number): void {
    this.#isOn = true;
    this.#outageChangesAt = at + this.#untilOutage();
    this.#schedule();
  }

  /** For good, as when the battery is empty. */
  switchOff(): void {
    this.#isOn = false;
    this.#schedule();
  }

  /** In a dead zone of the road, or out of it. */
  setDead(dead: boolean, at: number): void {
    if (dead === this.#dead) return;
    const before = this.#isOnline;
    this.#dead = dead;
    this.#changed(before, at);
  }

  /** The network as a behaviour has it. */
  setNetwork(on: boolean, at: number): void {
    const before = this.#isOnline;
    this.#switchedOff = !on;
    this.#changed(before, at);
  }

  /** A new reading: it goes out, or waits. */
  send(reading: Reading, at: number, isUrgent: boolean): Emission | null {
    const behind = this.#profile.resends === 'oldest-first' && this.#store.size > 0 && !isUrgent;
    if (this.#isOnline && !behind) return this.#emit(reading, at, false);
    const lost = this.#store.push(reading);
    if (lost) this.#listener.readingLost(lost, at);
    this.#schedule();
    return null;
  }

  /** Does what is due at that moment. */
  act(at: number): Emission | null {
    if (at >= this.#outageChangesAt) {
      this.#turnOutage(at);
      return null;
    }
    if (at >= this.#againAt && this.#again) {
      const reading = this.#again;
      this.#again = undefined;
      this.#againAt = NEVER;
      this.#schedule();
      return { sentAt: at, stored: this.#againStored, duplicate: true, reading };
    }
    const { resends, resendEveryMs } = this.#profile;
    const reading = resends === 'oldest-first' ? this.#store.takeOldest() : this.#store.takeNewest();
    this.#resendsAt = this.#store.size > 0 ? at + resendEveryMs : NEVER;
    this.#schedule();
    return reading ? this.#emit(reading, at, true) : null;
  }

  get #isOnline(): boolean {
    return this.#isOn && !this.#dead && !this.#switchedOff && !this.#outage;
  }

  #emit(reading: Reading, at: number, stored: boolean): Emission {
    if (
      !this.#again &&
      this.#profile.duplicateShare > 0 &&
      this.#random.chance(this.#profile.duplicateShare)
    ) {
      this.#again = reading;
      this.#againStored = stored;
      this.#againAt = at + this.#random.int(AGAIN_S.low, AGAIN_S.high) * SECOND;
      this.#schedule();
    }
    return { sentAt: at, stored, duplicate: false, reading };
  }

  #turnOutage(at: number): void {
    const before = this.#isOnline;
    this.#outage = !this.#outage;
    const { medianMinutes, sigma } = this.#outages;
    const lasts = this.#outage ? this.#random.lognormal(medianMinutes * MINUTE, sigma) : this.#untilOutage();
    this.#outageChangesAt = at + Math.max(SECOND, Math.round(lasts));
    this.#listener.networkChanged(!this.#outage, at);
    this.#changed(before, at);
  }

  /** Outages come at random, at the rate of the data. */
  #untilOutage(): number {
    const { perDay } = this.#outages;
    return perDay === 0 ? NEVER : Math.round((-Math.log(1 - this.#random.next()) * DAY) / perDay);
  }

  #changed(before: boolean, at: number): void {
    const now = this.#isOnline;
    if (now && !before) {
      const back = at + this.#random.int(RECONNECT_S.low, RECONNECT_S.high) * SECOND;
      this.#resendsAt = back;
      if (this.#again) this.#againAt = back;
    }
    this.#schedule();
  }

  #schedule(): void {
    if (!this.#isOn) {
      this.dueAt = NEVER;
      return;
    }
    this.dueAt = this.#outageChangesAt;
    if (!this.#isOnline) return;
    if (this.#store.size > 0) this.dueAt = Math.min(this.dueAt, this.#resendsAt);
    if (this.#again) this.dueAt = Math.min(this.dueAt, this.#againAt);
  }
}
