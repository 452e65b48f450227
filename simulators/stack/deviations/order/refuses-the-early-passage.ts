import { defineDeviation } from '../deviation.ts';

/** A passage that comes before its notice is refused. */
export default defineDeviation({
  name: 'refuses-the-early-passage',
  violates: ['ORD-005'],
  why: 'the movement is looked up first',
  onOrder: (wait) => (wait === 'early' ? null : wait),
});
