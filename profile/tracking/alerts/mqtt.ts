import { defineAlerts } from '../alert-mapping.ts';

const WHERE = 'reports[].signals';
const SOURCE = 'assumption: the JSON form is defined by this project';

/**
 * Alerts of the JSON form over MQTT: what a device can notice or be told by its convoy. What only a platform knows
 * (silence, a border crossed) has no signal.
 *
 * @source assumption
 */
export const mqttAlerts = defineAlerts([
  { signal: 'route-left', alert: 'DEVIATION', where: WHERE, source: SOURCE },
  { signal: 'zone-left', alert: 'GEOFENCE_EXIT', where: WHERE, source: SOURCE },
  { signal: 'zone-entered', alert: 'ARRIVAL_GEOFENCE', where: WHERE, source: SOURCE },
  { signal: 'stopped-too-long', alert: 'UNAUTHORISED_STOP', where: WHERE, source: SOURCE },
  { signal: 'tampered', alert: 'SEAL_TAMPER', where: WHERE, source: SOURCE },
  { signal: 'seal-opened', alert: 'SEAL_OPEN', where: WHERE, source: SOURCE },
  { signal: 'rope-cut', alert: 'LOCK_CUT', where: WHERE, source: SOURCE },
  { signal: 'door-opened', alert: 'DOOR_OPEN', where: WHERE, source: SOURCE },
  { signal: 'battery-low', alert: 'LOW_BATTERY', where: WHERE, source: SOURCE },
  { signal: 'gnss-lost', alert: 'GNSS_LOSS', where: WHERE, source: SOURCE },
  { signal: 'gnss-jammed', alert: 'GNSS_JAM', where: WHERE, source: SOURCE },
  { signal: 'device-detached', alert: 'DEVICE_DETACHED', where: WHERE, source: SOURCE },
  { signal: 'too-fast', alert: 'OVERSPEED', where: WHERE, source: SOURCE },
  { signal: 'route-time-passed', alert: 'ROUTE_TIMEOUT', where: WHERE, source: SOURCE },
  { signal: 'convoy-left', alert: 'CONVOY_BREAK', where: WHERE, source: SOURCE },
]);
