import { defineDeviation } from '../deviation.ts';

/** Whoever moves has left the zone of an office without its act, whatever the book holds. */
export default defineDeviation({
  name: 'blames-every-departure',
  violates: ['TRK-056'],
  why: 'the platform looks at wheels, and the book of the hub is not asked',
  onActive: (alerts, { speedKmh }) =>
    speedKmh !== null && speedKmh > 0 && !alerts.includes('GEOFENCE_EXIT')
      ? [...alerts, 'GEOFENCE_EXIT']
      : alerts,
});
