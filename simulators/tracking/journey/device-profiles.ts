import type { Random } from '../../../fixtures/random.ts';
import type { DeviceProfile, GnssProfile } from './journey-options.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A usual receiver under open sky. @source tracking notes, section 10.5: sigma 2-4 m, tau 60-300 s, outliers 20-80 m; the rates are an assumption */
const openSky: GnssProfile = {
  sigmaM: 3,
  tauS: 120,
  whiteM: 1,
  outlierShare: 0.002,
  outlierM: { low: 20, high: 80 },
  lossesPerDay: 0.7,
  lossMinutes: 6,
};

/** An electronic seal with its own battery. @source tracking notes, section 10.6 (20,000 readings), 10.7, 10.11; shares and clock are an assumption */
export const electronicSeal: DeviceProfile = {
  movingEveryMs: MINUTE,
  stoppedEveryMs: 10 * MINUTE,
  resends: 'newest-first',
  memory: 20_000,
  resendEveryMs: 2 * SECOND,
  duplicateShare: 0.002,
  batteryPct: 92,
  externalPower: false,
  clock: { offsetMs: 0, driftPpm: 5, wrongByMinutes: 0 },
  gnss: openSky,
};

/** A tracker fed by the truck. @source tracking notes, section 3 (records in order); the rest as the electronic seal */
export const wiredTracker: DeviceProfile = {
  ...electronicSeal,
  resends: 'oldest-first',
  stoppedEveryMs: 5 * MINUTE,
  externalPower: true,
};

/** A device as it comes: its battery and its clock are drawn. @source assumption: ranges of a fleet in use */
export const drawnFrom = (profile: DeviceProfile, random: Random): DeviceProfile => ({
  ...profile,
  batteryPct: random.int(60, 100),
  clock: { ...profile.clock, offsetMs: random.int(-2_000, 2_000), driftPpm: random.int(-20, 20) },
});
