import type { CorridorData } from '../../../fixtures/corridors/corridor-data.ts';
import type { CoverageFile } from '../../../fixtures/corridors/coverage.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { Reading } from '../devices/dialect.ts';
import type { Behaviour } from './behaviours/behaviour.ts';
import type { TruthEvent } from './truth.ts';

/**
 * Instants of a movement that the truck has to meet, ms since the epoch, whole seconds; the other times follow.
 * `passages` are by leg between departure and destination, as in `fixtures/movements/journey.ts`.
 */
export interface JourneyPins {
  readonly releasedAt: number;
  readonly passages: readonly { readonly presentedAt: number; readonly passedAt: number }[];
  readonly arrivedAt: number;
  /** When an officer of the destination opens the seal and takes the device; without: an hour to a day after arrival. */
  readonly controlledAt?: number;
}

/** What is peculiar to one device, whatever truck carries it. */
export interface DeviceProfile {
  /** Between two reports, ms. */
  readonly movingEveryMs: number;
  readonly stoppedEveryMs: number;
  /** Which of its memory it sends first when the network is back. */
  readonly resends: 'oldest-first' | 'newest-first';
  /** Readings that its memory holds; beyond that the oldest is lost. */
  readonly memory: number;
  /** Pause between two stored readings that are sent, ms. */
  readonly resendEveryMs: number;
  /** Part of what it sends that it sends again, as no answer came. */
  readonly duplicateShare: number;
  /** At the start, 0 to 100. */
  readonly batteryPct: number;
  /** Fed by the truck: the battery stays full. */
  readonly externalPower: boolean;
  readonly clock: DeviceClock;
  readonly gnss: GnssProfile;
}

/** How the clock of a device goes beside true time. */
interface DeviceClock {
  /** At the start, ms; positive: fast. */
  readonly offsetMs: number;
  /** Parts of a million; positive: gains. */
  readonly driftPpm: number;
  /** Set in the wrong zone: minutes by which it is ahead of what it should say. */
  readonly wrongByMinutes: number;
}

/** Errors of the position. */
export interface GnssProfile {
  /** Standard deviation of the error that lasts, by axis, metres, and its time constant, seconds. */
  readonly sigmaM: number;
  readonly tauS: number;
  /** Standard deviation of the error from one fix to the next, metres. */
  readonly whiteM: number;
  /** Part of all fixes that are far off, and how far, metres. */
  readonly outlierShare: number;
  readonly outlierM: { readonly low: number; readonly high: number };
  /** Losses of the fix in a day, and their mean length, minutes. */
  readonly lossesPerDay: number;
  readonly lossMinutes: number;
}

/** What a journey is made from. */
export interface JourneyOptions {
  readonly corridor: CorridorData;
  /** Its forks `motion` and `device` are taken, never its own draws. */
  readonly random: Random;
  /** Release, ms since the epoch; pins say it themselves. */
  readonly startsAt: number;
  readonly device: DeviceProfile;
  readonly behaviours?: readonly Behaviour[];
  readonly pins?: JourneyPins;
  /** Trucks of one convoy share `random` and drive a minute behind each other, by `place` from 0. */
  readonly convoy?: { readonly random: Random; readonly place: number };
  /**
   * Legs of the corridor between which this device is on the truck, by position; default: all the way. A device of the
   * neighbour takes over where the other was taken off: `{ from: 0, to: 1 }`, then `{ from: 2, to: 3 }`.
   */
  readonly carried?: { readonly from: number; readonly to: number };
  /** Default: `coverage.yaml` of the house. */
  readonly coverage?: CoverageFile;
  /** What really happens, in order of time. */
  readonly onTruth?: (event: TruthEvent) => void;
}

/** Something that the device sends. */
export interface Emission {
  /** True time at which it goes out, ms since the epoch; never falls. */
  readonly sentAt: number;
  /** From the memory of the device. */
  readonly stored: boolean;
  /** Sent before already; no answer came. */
  readonly duplicate: boolean;
  readonly reading: Reading;
}
