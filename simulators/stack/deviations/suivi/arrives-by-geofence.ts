import { defineDeviation } from '../deviation.ts';

const seenThere = new Set<string>();

/** A truck that its device sees at the office of destination has arrived. */
export default defineDeviation({
  name: 'arrives-by-geofence',
  violates: ['TRK-045'],
  why: 'the tracking platform updates the movement to spare the officer the entry',
  onRoute(deliveries, { name, message }, movement) {
    const { alert } = message.payload as { alert?: string };
    if (name === 'TrackingEvent' && alert === 'ARRIVAL_GEOFENCE' && movement)
      seenThere.add(movement.reference);
    return deliveries;
  },
  onQuery: (answer, { movement }) =>
    movement && seenThere.has(movement.reference) ? { ...answer, state: 'ARRIVED' } : answer,
});
