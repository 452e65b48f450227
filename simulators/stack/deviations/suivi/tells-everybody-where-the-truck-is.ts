import { defineDeviation } from '../deviation.ts';

/** Positions go to every country on the road. */
export default defineDeviation({
  name: 'tells-everybody-where-the-truck-is',
  violates: ['TRK-032'],
  why: 'positions are sent along the whole itinerary, like a release',
  onRoute: (deliveries, { name }, movement) =>
    name === 'TrackingEvent' && movement ? [...new Set([...deliveries, ...movement.countries])] : deliveries,
});
