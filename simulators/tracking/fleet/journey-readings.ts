import { type FleetJourneys, fleetEmissions } from '../journey/for-fleet.ts';
import type { Emission } from '../journey/journey-options.ts';
import type { NextReading, Readings } from './readings.ts';

interface Playing {
  readonly emissions: Generator<Emission, never>;
  pending: Emission;
}

/**
 * Devices that live the journeys of trucks, one after the other: stops, borders, dead zones, alerts. A device whose journey
 * has begun before the simulation joins it where it is.
 */
export class JourneyReadings implements Readings {
  readonly #journeys: FleetJourneys;
  /** When the simulation begins, ms since the epoch. */
  readonly #from: number;
  readonly #playing = new Map<number, Playing>();

  constructor(journeys: FleetJourneys, from: number) {
    this.#journeys = journeys;
    this.#from = from;
  }

  firstAt(device: number): number {
    return this.#playingOf(device).pending.sentAt;
  }

  next(device: number, at: number): NextReading {
    const playing = this.#playingOf(device);
    const { reading, stored } = playing.pending;
    playing.pending = playing.emissions.next().value;
    return { reading, stored, nextAt: Math.max(at, playing.pending.sentAt) };
  }

  #playingOf(device: number): Playing {
    const known = this.#playing.get(device);
    if (known) return known;
    const emissions = fleetEmissions(this.#journeys, device);
    let pending = emissions.next().value;
    while (pending.sentAt < this.#from) pending = emissions.next().value;
    const playing = { emissions, pending };
    this.#playing.set(device, playing);
    return playing;
  }
}
