import { defineDeviation } from '../deviation.ts';

/** The zone of the office of destination is entered unseen by a truck that still moves. */
export default defineDeviation({
  name: 'overlooks-the-arrival',
  violates: ['TRK-061'],
  why: 'an arrival is where a truck stops',
  onActive: (alerts, report) =>
    (report.speedKmh ?? 0) > 0
      ? alerts.filter((alert) => alert !== 'ARRIVAL_GEOFENCE' || report.alerts.includes('ARRIVAL_GEOFENCE'))
      : alerts,
});
