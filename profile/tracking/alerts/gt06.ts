import { defineAlerts } from '../alert-mapping.ts';

const MANUAL = 'Concox GT06 manual, 5.3.1.13 and 5.3.1.16';
const TRACCAR = 'Traccar Gt06ProtocolDecoder; codes above 06 vary by model';

/**
 * Signals of GT06 trackers in the vocabulary of the profile: the alarm code of 0x16 and 0x26, and bits 3 to 5 of the
 * terminal information that heartbeats carry too. SOS, shock, displacement, idling, locking and power-off have no
 * counterpart; GT06 has no code for a cut rope.
 * @source Concox GT06 manual, 5.3.1.13 and 5.3.1.16; Traccar for codes above 06; `assumption` where a row says so
 */
export const gt06Alerts = defineAlerts([
  { signal: 'power-cut', alert: 'SEAL_TAMPER', where: 'alarm 02', source: MANUAL },
  { signal: 'fence-in', alert: 'ARRIVAL_GEOFENCE', where: 'alarm 04', source: 'assumption' },
  { signal: 'fence-out', alert: 'GEOFENCE_EXIT', where: 'alarm 05', source: MANUAL },
  { signal: 'overspeed', alert: 'OVERSPEED', where: 'alarm 06', source: MANUAL },
  { signal: 'gps-blind-area', alert: 'GNSS_LOSS', where: 'alarm 0A', source: 'assumption' },
  { signal: 'tamper', alert: 'SEAL_TAMPER', where: 'alarm 0C, 13, 25 or 32', source: TRACCAR },
  { signal: 'low-battery', alert: 'LOW_BATTERY', where: 'alarm 0E, 0F or 19', source: TRACCAR },
  { signal: 'door', alert: 'DOOR_OPEN', where: 'alarm 14', source: TRACCAR },
  { signal: 'removed', alert: 'DEVICE_DETACHED', where: 'alarm 18', source: TRACCAR },
  { signal: 'jamming', alert: 'GNSS_JAM', where: 'alarm 30', source: TRACCAR },
  { signal: 'unlock', alert: 'SEAL_OPEN', where: 'alarm 34', source: TRACCAR },
  {
    signal: 'terminal-power-cut',
    alert: 'SEAL_TAMPER',
    where: 'terminal information, bits 3-5 = 2',
    source: MANUAL,
  },
  {
    signal: 'terminal-low-battery',
    alert: 'LOW_BATTERY',
    where: 'terminal information, bits 3-5 = 3',
    source: MANUAL,
  },
]);
