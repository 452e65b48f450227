import { defineDeviation } from '../deviation.ts';

/** An enquiry put to one country is delivered to all that are on the road. */
export default defineDeviation({
  name: 'copies-to-the-whole-road',
  violates: ['RTE-007'],
  why: 'there is one list of recipients for a movement, whatever the message',
  onRoute: (deliveries, { name, message }, movement) =>
    name === 'EnquiryRequest' && movement
      ? movement.countries.filter((country) => country !== message.sender)
      : deliveries,
});
