import { defineDeviation } from '../deviation.ts';

/** A partial discharge ends the movement. */
export default defineDeviation({
  name: 'takes-part-for-the-whole',
  violates: ['DIS-004'],
  why: 'the basis of a discharge is text',
  onTransition: (to) => (to === 'PARTIALLY_DISCHARGED' ? 'DISCHARGED' : to),
});
