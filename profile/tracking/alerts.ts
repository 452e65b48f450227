import type { AlertMapping } from './alert-mapping.ts';
import { gt06Alerts } from './alerts/gt06.ts';
import { jointechAlerts } from './alerts/jointech.ts';
import { jt808Alerts } from './alerts/jt808.ts';
import { mqttAlerts } from './alerts/mqtt.ts';
import { osmandAlerts } from './alerts/osmand.ts';
import { teltonikaAlerts } from './alerts/teltonika.ts';

/** How each device protocol tells the alerts of the profile, by protocol. A new protocol is one file in `alerts/` and one row here. */
export const alertMappings: Readonly<Record<string, readonly AlertMapping[]>> = {
  jointech: jointechAlerts,
  teltonika: teltonikaAlerts,
  jt808: jt808Alerts,
  gt06: gt06Alerts,
  osmand: osmandAlerts,
  mqtt: mqttAlerts,
};
