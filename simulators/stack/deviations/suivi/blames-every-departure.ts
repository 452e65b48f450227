import { defineDeviation } from '../deviation.ts';

/** Who is seen moving in Togo before the border has left its office, release or not. */
export default defineDeviation({
  name: 'blames-every-departure',
  violates: ['TRK-056'],
  why: 'the platform reads zones, and the book of the hub is not asked',
  onActive: (alerts, { speedKmh }) =>
    speedKmh !== null && speedKmh > 0 && !alerts.includes('GEOFENCE_EXIT')
      ? [...alerts, 'GEOFENCE_EXIT']
      : alerts,
});
