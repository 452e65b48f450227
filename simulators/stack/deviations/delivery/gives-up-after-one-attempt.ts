import { defineDeviation } from '../deviation.ts';

/** A delivery that fails once is never tried again. */
export default defineDeviation({
  name: 'gives-up-after-one-attempt',
  violates: ['DLV-004', 'DLV-017'],
  why: 'an error ends the loop',
  onDelivered: (outcome) => (outcome === 'again' ? 'ended' : outcome),
});
