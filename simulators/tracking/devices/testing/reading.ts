import type { Reading } from '../dialect.ts';

/** What a sealed, moving truck measures, with changes. @source assumption: visibly synthetic */
export const reading = (changes: Partial<Reading>): Reading => ({
  at: Date.parse('2026-11-22T10:00:00.500Z'),
  lat: 12.3456789,
  lon: -1.5,
  altitudeM: 300,
  speedKmh: 61,
  courseDeg: 271,
  satellites: 9,
  fixed: true,
  batteryPct: 80,
  externalPower: true,
  lock: 'LOCKED',
  authorised: false,
  odometerKm: 12.5,
  alerts: [],
  ...changes,
});
