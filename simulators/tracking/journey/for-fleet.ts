import type { CorridorData } from '../../../fixtures/corridors/corridor-data.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { drawnFrom } from './device-profiles.ts';
import { createJourney, type Journey } from './journey.ts';
import type { DeviceProfile, Emission } from './journey-options.ts';

const HOUR = 3_600_000;
/** From the end of one journey to the release of the next with the same device, hours. @source assumption */
const IDLE_HOURS = { low: 6, high: 48 } as const;

/** What the journeys of a fleet have in common. */
export interface FleetJourneys {
  readonly corridors: readonly CorridorData[];
  readonly seed: number | string;
  /** The first journeys are released from then on, ms since the epoch. */
  readonly startsAt: number;
  /** Over that long, evenly, ms: by the index of the device, so that a fleet of any size is spread. */
  readonly spreadMs: number;
  readonly device: DeviceProfile;
}

/**
 * One device of a fleet by its index: its corridor by the shares of traffic, its own start, battery and clock. The same
 * seed and index give the same journey, however many devices there are. `trip` counts its journeys from 0.
 * @throws RangeError without a corridor
 */
export function fleetJourney(fleet: FleetJourneys, index: number, trip = 0, notBefore = 0): Journey {
  const random = createRandom(fleet.seed).fork(`device ${index}/trip ${trip}`);
  const corridor = random.weighted(fleet.corridors.map((value) => ({ value, weight: value.share })));
  const idleMs = random.int(IDLE_HOURS.low, IDLE_HOURS.high) * HOUR;
  // The golden ratio spreads any number of devices evenly.
  const first = fleet.startsAt + ((index * 0.618_033_988_749_895) % 1) * fleet.spreadMs;
  return createJourney({
    corridor,
    random,
    startsAt: Math.floor(trip === 0 ? first : notBefore + idleMs),
    device: drawnFrom(fleet.device, random),
  });
}

/** What one device of a fleet sends, without end: journey after journey, in order of time. */
export function* fleetEmissions(fleet: FleetJourneys, index: number): Generator<Emission, never> {
  let notBefore = 0;
  for (let trip = 0; ; trip++) {
    const journey = fleetJourney(fleet, index, trip, notBefore);
    for (let emission = journey.next(); emission; emission = journey.next()) {
      notBefore = emission.sentAt;
      yield emission;
    }
  }
}
