import { defineDeviation } from '../deviation.ts';

/** A country that left the itinerary goes on receiving the messages of the movement. */
export default defineDeviation({
  name: 'tells-who-left',
  violates: ['ITI-022'],
  why: 'subscriptions are made at the notice and never ended',
  onRoute: (deliveries, { message: { sender } }, movement) => {
    const declared = movement?.notice.itinerary.legs.map(({ country }) => country as string) ?? [];
    return [...new Set([...deliveries, ...declared.filter((country) => country !== sender)])];
  },
});
