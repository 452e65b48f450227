import { defineDeviation } from '../deviation.ts';

/** The last administration on the road never hears of the truck. */
export default defineDeviation({
  name: 'forgets-the-last-country',
  violates: ['RTE-003'],
  why: 'a stack that addresses "next" hop by hop stops one hop early',
  onRoute: (deliveries, { message }) =>
    message.recipient === 'route' ? deliveries.slice(0, -1) : deliveries,
});
