import { defineDeviation } from '../deviation.ts';

/** A time limit of the road passes unseen unless the device has a clock for it. */
export default defineDeviation({
  name: 'never-ends-the-time-limit',
  violates: ['TRK-063'],
  why: 'the book of the hub counts time limits, the platform need not',
  onActive: (alerts, report) =>
    alerts.filter((alert) => alert !== 'ROUTE_TIMEOUT' || report.alerts.includes('ROUTE_TIMEOUT')),
});
