import { defineDeviation } from '../deviation.ts';

/** A message whose version skips a number takes effect at once. */
export default defineDeviation({
  name: 'applies-over-a-gap',
  violates: ['ORD-002'],
  why: 'versions are stored, not compared',
  onOrder: (wait) => (wait === 'gap' ? null : wait),
});
