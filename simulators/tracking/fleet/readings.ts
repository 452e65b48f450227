import type { Reading } from '../devices/dialect.ts';

/** A reading, and when the device has the next one. */
export interface NextReading {
  readonly reading: Reading;
  /** It waited in the memory of the device, by its journey. */
  readonly stored: boolean;
  /** ms since the epoch by the time of the simulation, not before the one asked for; null: never again. */
  readonly nextAt: number | null;
}

/** Where a fleet takes from what its devices measure. Devices have the numbers of the whole fleet, from 0. */
export interface Readings {
  /** When a device has its first reading, ms since the epoch by the time of the simulation. */
  firstAt(device: number): number;
  /**
   * What a device sends now.
   * @param at ms since the epoch; never before what `firstAt` or the last `nextAt` said
   */
  next(device: number, at: number): NextReading;
}
