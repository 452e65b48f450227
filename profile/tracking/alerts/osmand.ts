import { defineAlerts } from '../alert-mapping.ts';

const WHERE = 'parameter alarm, or extras.alarm of the JSON form';
const SOURCE = 'names of alarms of the Traccar server (Position.ALARM_*); the choice of codes: assumption';

/**
 * Alerts of OsmAnd HTTP. The protocol itself has none: the parameter `alarm` is an attribute that the Traccar server
 * takes by these names, several of them with commas between.
 *
 * @source Traccar, OsmAnd protocol and Position.ALARM_*; `lockCut` and `routeExit` are ours: assumption
 */
export const osmandAlerts = defineAlerts([
  { signal: 'tampering', alert: 'SEAL_TAMPER', where: WHERE, source: SOURCE },
  { signal: 'unlock', alert: 'SEAL_OPEN', where: WHERE, source: SOURCE },
  { signal: 'lockCut', alert: 'LOCK_CUT', where: WHERE, source: 'assumption' },
  { signal: 'door', alert: 'DOOR_OPEN', where: WHERE, source: SOURCE },
  { signal: 'lowBattery', alert: 'LOW_BATTERY', where: WHERE, source: SOURCE },
  { signal: 'gpsAntennaCut', alert: 'GNSS_LOSS', where: WHERE, source: SOURCE },
  { signal: 'jamming', alert: 'GNSS_JAM', where: WHERE, source: SOURCE },
  { signal: 'removing', alert: 'DEVICE_DETACHED', where: WHERE, source: SOURCE },
  { signal: 'overspeed', alert: 'OVERSPEED', where: WHERE, source: SOURCE },
  { signal: 'parking', alert: 'UNAUTHORISED_STOP', where: WHERE, source: SOURCE },
  { signal: 'geofenceExit', alert: 'GEOFENCE_EXIT', where: `${WHERE}; geofence.action EXIT`, source: SOURCE },
  {
    signal: 'geofenceEnter',
    alert: 'ARRIVAL_GEOFENCE',
    where: `${WHERE}; geofence.action ENTER`,
    source: SOURCE,
  },
  { signal: 'routeExit', alert: 'DEVIATION', where: WHERE, source: 'assumption' },
]);
