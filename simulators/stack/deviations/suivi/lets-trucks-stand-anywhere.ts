import { defineDeviation } from '../deviation.ts';

/** A stop is told only when the device finds it too long. */
export default defineDeviation({
  name: 'lets-trucks-stand-anywhere',
  violates: ['TRK-057'],
  why: 'trucks stop all the time',
  onActive: (alerts, report) =>
    alerts.filter((alert) => alert !== 'UNAUTHORISED_STOP' || report.alerts.includes('UNAUTHORISED_STOP')),
});
