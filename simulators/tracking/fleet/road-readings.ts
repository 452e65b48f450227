import type { CorridorData, RoadPoint } from '../../../fixtures/corridors/corridor-data.ts';
import { hashText } from '../../../fixtures/random.ts';
import type { Reading } from '../devices/dialect.ts';
import type { NextReading, Readings } from './readings.ts';

/** A truck's mean speed between stops, km/h. @source assumption */
const KMH = { from: 35, to: 70 } as const;
const UINT32 = 4_294_967_296;
const HOUR_MS = 3_600_000;

/** How trucks that only drive are set up. */
interface RoadReadingsOptions {
  readonly corridor: Pick<CorridorData, 'road' | 'distanceKm'>;
  readonly seed: number;
  /** Pause between two readings of a device, ms of the simulation. */
  readonly intervalMs: number;
  /** When the simulation begins, ms since the epoch. */
  readonly startAt: number;
}

/**
 * Trucks that drive up and down one corridor at a speed of their own, for load: nothing happens to them. Where a device is
 * depends on seed, number and time alone; nothing is kept per device.
 */
export class RoadReadings implements Readings {
  readonly #options: RoadReadingsOptions;
  readonly #road: readonly RoadPoint[];
  readonly #lengthKm: number;

  constructor(options: RoadReadingsOptions) {
    this.#options = options;
    this.#road = options.corridor.road;
    this.#lengthKm = this.#road.at(-1)?.kmFromStart ?? 0;
  }

  /** The devices of a fleet do not speak at once. */
  firstAt(device: number): number {
    const { seed, startAt, intervalMs } = this.#options;
    return startAt + (hashText(`${seed}/${device}/phase`) / UINT32) * intervalMs;
  }

  next(device: number, at: number): NextReading {
    return { reading: this.#readingAt(device, at), stored: false, nextAt: at + this.#options.intervalMs };
  }

  #readingAt(device: number, at: number): Reading {
    const { seed, startAt } = this.#options;
    const chance = hashText(`${seed}/${device}`);
    const speedKmh = KMH.from + ((chance & 0xff) / 0xff) * (KMH.to - KMH.from);
    const drivenKm = (chance / UINT32) * 2 * this.#lengthKm + ((at - startAt) / HOUR_MS) * speedKmh;
    const roundKm = drivenKm % (2 * this.#lengthKm || 1);
    const back = roundKm > this.#lengthKm;
    const km = back ? 2 * this.#lengthKm - roundKm : roundKm;
    const { lat, lon, courseDeg } = this.#placeAt(km);
    return {
      at,
      lat,
      lon,
      altitudeM: 200,
      speedKmh: Math.round(speedKmh * 10) / 10,
      courseDeg: back ? (courseDeg + 180) % 360 : courseDeg,
      satellites: 9,
      fixed: true,
      batteryPct: 60 + (chance % 40),
      externalPower: true,
      lock: 'LOCKED',
      authorised: false,
      odometerKm: Math.floor(drivenKm),
      alerts: [],
    };
  }

  /** A straight line between two points of the road: enough for load. */
  #placeAt(km: number): { lat: number; lon: number; courseDeg: number } {
    const next = this.#road.findIndex(({ kmFromStart }) => kmFromStart >= km);
    const to = this.#road[Math.max(next, 1)];
    const from = this.#road[Math.max(next, 1) - 1];
    if (!from || !to) return { lat: 0, lon: 0, courseDeg: 0 };
    const part = (km - from.kmFromStart) / (to.kmFromStart - from.kmFromStart || 1);
    const [north, east] = [to.latitudeDeg - from.latitudeDeg, to.longitudeDeg - from.longitudeDeg];
    const course = (Math.atan2(east, north) * 180) / Math.PI;
    return {
      lat: rounded(from.latitudeDeg + part * north),
      lon: rounded(from.longitudeDeg + part * east),
      courseDeg: Math.round(course + 360) % 360,
    };
  }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
