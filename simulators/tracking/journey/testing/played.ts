import { corridorOf } from '../../../../fixtures/corridors/corridor-of.ts';
import { createRandom } from '../../../../fixtures/random.ts';
import { loadReferenceData } from '../../../../fixtures/reference-data.ts';
import { electronicSeal } from '../device-profiles.ts';
import { createJourney } from '../journey.ts';
import type { DeviceProfile, Emission, JourneyOptions } from '../journey-options.ts';
import type { TruthEvent, TruthKind } from '../truth.ts';

export const reference = loadReferenceData();
export const RELEASED_AT = Date.UTC(2026, 10, 16, 7, 20);
export const LOME_OUAGA = 'LOME-CINKANSE-OUAGADOUGOU';

/** A device that makes no mistake of its own, so that a test sees only what it asks for. */
export const calmDevice: DeviceProfile = {
  ...electronicSeal,
  duplicateShare: 0,
  gnss: { ...electronicSeal.gnss, lossesPerDay: 0, outlierShare: 0 },
  clock: { offsetMs: 0, driftPpm: 0, wrongByMinutes: 0 },
};

/** A whole journey, kept. */
export interface Played {
  readonly emissions: readonly Emission[];
  readonly truth: readonly TruthEvent[];
  /** The one event of that kind. */
  readonly one: (what: TruthKind) => TruthEvent;
  /** Readings in the order in which they were taken, each once. */
  readonly taken: readonly Emission[];
  readonly waiting: number;
}

/** Plays a journey to its end. */
export function play(corridor: string, seed: string, options: Partial<JourneyOptions> = {}): Played {
  const truth: TruthEvent[] = [];
  const journey = createJourney({
    corridor: corridorOf(reference.corridors, corridor),
    random: createRandom(seed),
    startsAt: RELEASED_AT,
    device: electronicSeal,
    onTruth: (event) => truth.push(event),
    ...options,
  });
  const emissions = [...journey];
  const once = emissions.filter(({ duplicate }) => !duplicate);
  return {
    emissions,
    truth,
    one: (what) => {
      const [found, further] = truth.filter((event) => event.what === what);
      if (found && !further) return found;
      throw new Error(`Failed to find one "${what}": found ${truth.map((event) => event.what).join(', ')}.`);
    },
    taken: [...once].sort(
      (a, b) => a.reading.odometerKm - b.reading.odometerKm || a.reading.at - b.reading.at,
    ),
    waiting: journey.waiting,
  };
}
