import { defineAlerts } from '../alert-mapping.ts';

const SOURCE = 'Teltonika data sending protocols; FMB AVL ids';

/**
 * Signals of Teltonika trackers (AVL elements of a record) in the vocabulary of the profile. What is wired to the digital
 * inputs is a matter of the installation. `assumption` here: a loop through the seal closes DIN1 (1 closed, 0 open or
 * cut, so that a cut wire never looks closed), a door switch closes DIN2 (1 open). An opened loop cannot tell a cut from
 * an opening: both are SEAL_OPEN. SOS, crash, idling and green driving have no counterpart.
 * @source Teltonika data sending protocols; FMB AVL ids; `assumption` where a row says so
 */
export const teltonikaAlerts = defineAlerts([
  {
    signal: 'seal-contact-open',
    alert: 'SEAL_OPEN',
    where: 'event 1, IO 1 (DIN1) = 0',
    source: 'assumption',
  },
  {
    signal: 'door-contact-open',
    alert: 'DOOR_OPEN',
    where: 'event 2, IO 2 (DIN2) = 1',
    source: 'assumption',
  },
  { signal: 'unplug', alert: 'SEAL_TAMPER', where: 'IO 252 = 1', source: SOURCE },
  { signal: 'alarm', alert: 'SEAL_TAMPER', where: 'IO 236 = 1', source: 'assumption' },
  { signal: 'towing', alert: 'DEVICE_DETACHED', where: 'IO 246 = 1', source: 'assumption' },
  { signal: 'jamming', alert: 'GNSS_JAM', where: 'IO 249 = 1', source: SOURCE },
  { signal: 'gnss-without-fix', alert: 'GNSS_LOSS', where: 'event 69, IO 69 = 2', source: SOURCE },
  { signal: 'zone-left', alert: 'GEOFENCE_EXIT', where: 'IO 155 to 159 = 0', source: SOURCE },
  { signal: 'auto-geofence-left', alert: 'GEOFENCE_EXIT', where: 'IO 175 = 0', source: SOURCE },
  { signal: 'zone-entered', alert: 'ARRIVAL_GEOFENCE', where: 'IO 155 to 159 = 1', source: 'assumption' },
  { signal: 'zone-overspeed', alert: 'OVERSPEED', where: 'IO 155 to 159 = 3', source: SOURCE },
  { signal: 'overspeeding', alert: 'OVERSPEED', where: 'event 255, IO 255 > 0 km/h', source: SOURCE },
  { signal: 'battery-below-20', alert: 'LOW_BATTERY', where: 'IO 113 < 20 %', source: 'assumption' },
  { signal: 'battery-event', alert: 'LOW_BATTERY', where: 'event 113', source: 'assumption' },
]);
