import { defineDeviation } from '../deviation.ts';

/** A passage is delivered twice to each recipient, in two deliveries. */
export default defineDeviation({
  name: 'delivers-twice',
  violates: ['RTE-001'],
  why: 'two workers take the same row of the outbox',
  onRoute: (deliveries, { name }) => (name === 'BorderPassage' ? [...deliveries, ...deliveries] : deliveries),
});
