import { defineDeviation } from '../deviation.ts';

/** Speed is told only when the device finds it too high. */
export default defineDeviation({
  name: 'leaves-speed-to-the-device',
  violates: ['TRK-060'],
  why: 'the limit is set in the device',
  onActive: (alerts, report) =>
    alerts.filter((alert) => alert !== 'OVERSPEED' || report.alerts.includes('OVERSPEED')),
});
