import { defineDeviation } from '../deviation.ts';

/** A movement that is looked for stays overdue. */
export default defineDeviation({
  name: 'searches-without-noting-it',
  violates: ['ENQ-003'],
  why: 'the enquiry is a letter, forwarded and filed',
  onTransition: (to, { movement, on }) => (on === 'EnquiryRequest' ? (movement?.state ?? to) : to),
});
