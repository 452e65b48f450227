import { defineDeviation } from '../deviation.ts';

/** A low charge is told only when the device says that it is low. */
export default defineDeviation({
  name: 'waits-for-the-battery-to-complain',
  violates: ['TRK-065'],
  why: 'the charge is stored and not looked at',
  onActive: (alerts, report) =>
    alerts.filter((alert) => alert !== 'LOW_BATTERY' || report.alerts.includes('LOW_BATTERY')),
});
