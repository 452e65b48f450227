import { defineDeviation } from '../deviation.ts';

/** An administration with two offices on the road is told twice. */
export default defineDeviation({
  name: 'delivers-per-office',
  violates: ['RTE-004'],
  why: 'one delivery is queued for each leg of the itinerary instead of each administration',
  onRoute: (deliveries, { message }, movement) =>
    message.recipient === 'route' && movement
      ? movement.legs.map(({ country }) => country).filter((country) => country !== message.sender)
      : deliveries,
});
