import type { Reading } from '../devices/dialect.ts';

/** Where a fleet takes from what its devices measure. */
export interface Readings {
  /**
   * What a device measures now, and when it measures next, ms since the epoch by the time of the simulation; null: never
   * again, its journey is over.
   * @param device number of the device in the whole fleet, from 0
   * @param at ms since the epoch; never before the last one of this device
   */
  next(device: number, at: number): { readonly reading: Reading; readonly nextAt: number | null };
}
