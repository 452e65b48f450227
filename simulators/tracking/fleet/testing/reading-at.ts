import type { Reading } from '../../devices/dialect.ts';

/** A plain reading near Lomé; ms since the epoch. */
export const readingAt = (at: number): Reading => ({
  at,
  lat: 6.137,
  lon: 1.283,
  altitudeM: 12,
  speedKmh: 40,
  courseDeg: 10,
  satellites: 8,
  fixed: true,
  batteryPct: 90,
  externalPower: true,
  lock: 'LOCKED',
  authorised: false,
  odometerKm: 100,
  alerts: [],
});
