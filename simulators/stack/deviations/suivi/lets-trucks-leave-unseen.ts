import { defineDeviation } from '../deviation.ts';

/** Zones of offices are looked at only when the device says that it left one. */
export default defineDeviation({
  name: 'lets-trucks-leave-unseen',
  violates: ['TRK-056'],
  why: 'zones are thought to be drawn in the device',
  onActive: (alerts, report) =>
    alerts.filter((alert) => alert !== 'GEOFENCE_EXIT' || report.alerts.includes('GEOFENCE_EXIT')),
});
