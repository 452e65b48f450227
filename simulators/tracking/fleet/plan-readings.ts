import type { CorridorData } from '../../../fixtures/corridors/corridor-data.ts';
import { type Road, roadOf } from '../../../fixtures/corridors/road.ts';
import type { FollowedTruck } from '../../../fixtures/load/load-step.ts';
import type { Reading } from '../devices/dialect.ts';
import type { NextReading, Readings } from './readings.ts';
import { RoadReadings } from './road-readings.ts';

const SECOND_MS = 1_000;

/** How the devices of a plan are set up. Instants are ms since the epoch by the clock of the devices. */
export interface PlanReadingsOptions {
  readonly seed: number;
  /** Pause between two readings of a device, ms. */
  readonly intervalMs: number;
  readonly startAt: number;
  /** Nothing is measured from here on. */
  readonly endAt: number;
  readonly corridors: ReadonlyMap<string, CorridorData>;
  /** Devices on trucks; all others drive up and down their road. */
  readonly trucks: readonly FollowedTruck[];
  /** The road of the others. */
  readonly corridor: CorridorData;
}

/**
 * What the devices of a load plan measure: those on a truck are where it is, the others drive for themselves. Instants are whole
 * seconds, which every protocol can write, each device's on a grid of its own, whatever the clock of the machine does: the same seed
 * gives the same readings of a device number, in order, and a slow machine fewer of them.
 */
export class PlanReadings implements Readings {
  readonly #options: PlanReadingsOptions;
  readonly #others: RoadReadings;
  readonly #trucks: ReadonlyMap<number, FollowedTruck>;
  /** How many readings a device has made. */
  readonly #made = new Map<number, number>();

  constructor(options: PlanReadingsOptions) {
    this.#options = options;
    this.#others = new RoadReadings(options);
    this.#trucks = new Map(options.trucks.map((truck) => [truck.number, truck]));
  }

  firstAt(device: number): number {
    return this.#instant(device, 0);
  }

  next(device: number, at: number): NextReading {
    const made = this.#made.get(device) ?? 0;
    this.#made.set(device, made + 1);
    const reading = this.#readingAt(device, this.#instant(device, made));
    const nextAt = this.#instant(device, made + 1);
    return { reading, stored: false, nextAt: nextAt < this.#options.endAt ? Math.max(at, nextAt) : null };
  }

  /** When a device makes the reading of this number, from 0. */
  #instant(device: number, number: number): number {
    const { startAt, intervalMs } = this.#options;
    const firstAt = Math.ceil(this.#others.firstAt(device) / SECOND_MS);
    const pauses = Math.max(number, Math.round((number * intervalMs) / SECOND_MS));
    return Math.max(Math.ceil(startAt / SECOND_MS), firstAt) * SECOND_MS + pauses * SECOND_MS;
  }

  #readingAt(device: number, at: number): Reading {
    const { reading } = this.#others.next(device, at);
    const truck = this.#trucks.get(device);
    const corridor = truck && this.#options.corridors.get(truck.corridor);
    if (!truck || !corridor) return reading;
    const road = roadOf(corridor);
    const { km, moves } = whereabouts(truck, at);
    return { ...reading, ...placeOn(road, km), odometerKm: Math.floor(km), ...(!moves && { speedKmh: 0 }) };
  }
}

/** Where a truck is, km from its office of departure: before its way it stands at its beginning, afterwards at its end. */
function whereabouts({ way }: FollowedTruck, at: number): { readonly km: number; readonly moves: boolean } {
  const next = way.findIndex(([instant]) => instant > at);
  const [to, from] = [way[next], way[next - 1]];
  if (!to || !from) return { km: (next === -1 ? way.at(-1) : way[0])?.[1] ?? 0, moves: false };
  const share = (at - from[0]) / (to[0] - from[0]);
  return { km: from[1] + share * (to[1] - from[1]), moves: to[1] > from[1] };
}

function placeOn(road: Road, km: number): Pick<Reading, 'lat' | 'lon' | 'courseDeg'> {
  const { lat, lon, courseDeg } = road.at(km);
  return { lat: rounded(lat), lon: rounded(lon), courseDeg: Math.round(courseDeg) % 360 };
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
