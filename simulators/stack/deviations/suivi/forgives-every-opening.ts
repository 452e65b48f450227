import { defineDeviation } from '../deviation.ts';

/** Whoever opens the seal is taken for an officer. */
export default defineDeviation({
  name: 'forgives-every-opening',
  violates: ['TRK-053'],
  why: 'an opened seal is not a broken one, so somebody must have had the key',
  onTrackingEvents: (events) =>
    events.map((event) => (event.alert === 'SEAL_OPEN' ? { ...event, authorised: true } : event)),
});
