import { Road } from '../../../fixtures/corridors/road.ts';
import type { Reading } from '../../../simulators/tracking/devices/dialect.ts';
import type { CorridorWorld } from '../world.ts';
import { readingOf } from './readings.ts';
import { trackingOf } from './tracking-desk.ts';

/** How a truck goes on for a while. */
export interface Travelled {
  /** Seconds between two reports. */
  readonly every: number;
  /** Seconds from the report before, or from the beginning of the day, to the last report. */
  readonly during: number;
  readonly speedKmh: number;
}

/** Readings of a truck that goes on along its corridor from where it was, at even pauses; the first after one pause. */
export function travelling(world: CorridorWorld, { every, during, speedKmh }: Travelled): Reading[] {
  const { readings: sent, beganAt } = trackingOf(world);
  const road = new Road(world.movement.corridor);
  const last = sent.at(-1);
  const fromSeconds = last ? (last.at - beganAt) / 1000 : 0;
  const fromKm = last ? road.nearest(last.lat, last.lon).km : 0;
  const readings: Reading[] = [];
  for (let seconds = every; seconds <= during; seconds += every) {
    const { lat, lon } = road.at(fromKm + (speedKmh * seconds) / 3600);
    const place = { latitudeDeg: rounded(lat), longitudeDeg: rounded(lon) };
    const said = { afterSeconds: fromSeconds + seconds, place, speedKmh };
    readings.push(readingOf(world, said, readings.at(-1) ?? last));
  }
  return readings;
}

/** To what every protocol can say: 1e-5 degrees, about a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
