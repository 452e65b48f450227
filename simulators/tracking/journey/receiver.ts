import type { RoadPosition } from '../../../fixtures/corridors/road.ts';
import type { Random } from '../../../fixtures/random.ts';
import { GnssError } from './gnss.ts';
import type { GnssProfile } from './journey-options.ts';

const NEVER = Number.POSITIVE_INFINITY;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Satellites in a fix. @source assumption */
const SATELLITES = { low: 6, high: 12 } as const;
/** Speed that a receiver shows at rest, km/h. @source tracking notes, section 10.5: 0 to 2 km/h */
const DRIFT_KMH = 1.5;
/** The error of the speed, as a part of it. @source assumption */
const SPEED_ERROR = 0.01;

/** The satellite receiver of a device: with a fix, without, or jammed; without one it says the last position. */
export class Receiver {
  /** When it loses or finds its fix next. */
  changesAt = NEVER;
  isJammed = false;
  #isLost = false;
  satellites = 0;
  speedKmh = 0;
  readonly position: RoadPosition = { lat: 0, lon: 0, courseDeg: 0 };
  readonly #error: GnssError;
  readonly #profile: GnssProfile;
  readonly #random: Random;

  constructor(profile: GnssProfile, random: Random, at: number) {
    this.#profile = profile;
    this.#random = random;
    this.#error = new GnssError(profile, random, at);
  }

  get hasFix(): boolean {
    return !this.#isLost && !this.isJammed;
  }

  startAt(at: number): void {
    this.changesAt = at + this.#untilLoss();
  }

  /** Loses its fix, or finds it; true when it is lost now. */
  turn(at: number): boolean {
    this.#isLost = !this.#isLost;
    const lasts = this.#isLost ? this.#drawn(this.#profile.lossMinutes * MINUTE) : this.#untilLoss();
    this.changesAt = at + Math.max(1000, lasts);
    return this.#isLost;
  }

  /** Measures at a true position, which is overwritten. */
  measure(truth: RoadPosition, trueKmh: number, at: number): void {
    if (!this.hasFix) {
      this.satellites = 0;
      this.speedKmh = 0;
      return;
    }
    this.#error.apply(truth, at);
    this.position.lat = truth.lat;
    this.position.lon = truth.lon;
    this.satellites = this.#random.int(SATELLITES.low, SATELLITES.high);
    if (trueKmh > DRIFT_KMH) {
      this.speedKmh = trueKmh * (1 + SPEED_ERROR * (2 * this.#random.next() - 1));
      this.position.courseDeg = truth.courseDeg;
    } else {
      this.speedKmh = this.#random.chance(0.7) ? 0 : DRIFT_KMH * this.#random.next();
    }
  }

  #untilLoss(): number {
    const { lossesPerDay } = this.#profile;
    return lossesPerDay === 0 ? NEVER : this.#drawn(DAY / lossesPerDay);
  }

  /** @source assumption: losses come at random, their lengths are exponential */
  #drawn(meanMs: number): number {
    return Math.round(-Math.log(1 - this.#random.next()) * meanMs);
  }
}
