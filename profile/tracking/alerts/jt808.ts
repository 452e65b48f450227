import { defineAlerts } from '../alert-mapping.ts';

/**
 * Signals of JT/T 808 devices in the vocabulary of the profile. Left out, because no code of the profile means it: SOS
 * (bit 0), fatigue and driving time (2, 18), faults of displays and cameras (9 to 11), fuel, theft, ignition, movement,
 * collision (25 to 30), entering an area.
 * @source tracking notes, section 4; that a signal means this code is an assumption where the row says so
 */
export const jt808Alerts = defineAlerts([
  {
    signal: 'overspeed',
    alert: 'OVERSPEED',
    where: '0x0200 alarm flag, bit 1',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'gnss-fault',
    alert: 'GNSS_LOSS',
    where: '0x0200 alarm flag, bit 4',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'gnss-antenna-cut',
    alert: 'GNSS_LOSS',
    where: '0x0200 alarm flag, bit 5',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'gnss-antenna-short',
    alert: 'GNSS_LOSS',
    where: '0x0200 alarm flag, bit 6',
    source: 'tracking notes, section 4, alarm bits; table of the standard for a short circuit: assumption',
  },
  {
    signal: 'main-power-low',
    alert: 'LOW_BATTERY',
    where: '0x0200 alarm flag, bit 7',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'main-power-lost',
    alert: 'SEAL_TAMPER',
    where: '0x0200 alarm flag, bit 8',
    source:
      'tracking notes, section 4, alarm bits; that a device cut from its supply is tampered with: assumption',
  },
  {
    signal: 'tampering-16',
    alert: 'SEAL_TAMPER',
    where: '0x0200 alarm flag, bit 16',
    source: 'tracking notes, section 4, alarm bits (as the reference decoder maps it); assumption',
  },
  {
    signal: 'tampering-17',
    alert: 'SEAL_TAMPER',
    where: '0x0200 alarm flag, bit 17',
    source: 'tracking notes, section 4, alarm bits; section 6, vector jt808-129',
  },
  {
    signal: 'parking-too-long',
    alert: 'UNAUTHORISED_STOP',
    where: '0x0200 alarm flag, bit 19',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'area-left',
    alert: 'GEOFENCE_EXIT',
    where: '0x0200 alarm flag, bit 20, unless extra 0x12 says entered',
    source: 'tracking notes, section 4, alarm bits and extras; without the extra: assumption',
  },
  {
    signal: 'route-left',
    alert: 'DEVIATION',
    where: '0x0200 alarm flag, bit 21, unless extra 0x12 says entered',
    source: 'tracking notes, section 4, alarm bits and extras; without the extra: assumption',
  },
  {
    signal: 'route-time-too-long',
    alert: 'ROUTE_TIMEOUT',
    where: '0x0200 alarm flag, bit 22, with extra 0x13 that says too long',
    source: 'assumption (JT/T 808-2013, alarm bit 22, not read in the standard)',
  },
  {
    signal: 'route-deviation',
    alert: 'DEVIATION',
    where: '0x0200 alarm flag, bit 23',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'illegal-door-opening',
    alert: 'DOOR_OPEN',
    where: '0x0200 alarm flag, bit 31',
    source: 'tracking notes, section 4, alarm bits',
  },
  {
    signal: 'unlocked',
    alert: 'SEAL_OPEN',
    where: '0x0200, 0x5501 extra 0x0B, result 1 to 98',
    source:
      'tracking notes, section 4, lock extras; meaning of the result as in P45 of section 2: assumption',
  },
  {
    signal: 'unlocking-refused',
    alert: 'SEAL_TAMPER',
    where: '0x0200, 0x5501 extra 0x0B, result 0 or 99',
    source:
      'tracking notes, section 4, lock extras; an illegal card or password as an attempt on the seal: assumption',
  },
  {
    signal: 'lock-battery-low',
    alert: 'LOW_BATTERY',
    where: '0x5501 alarm word: bit 0 of products 1 and 2, bits 1 and 3 of product 3',
    source: 'assumption (as the reference decoder maps it)',
  },
]);
