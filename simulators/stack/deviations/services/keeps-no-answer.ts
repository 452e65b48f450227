import { defineDeviation } from '../deviation.ts';

/** A service is asked by every notice what it said a minute ago. */
export default defineDeviation({
  name: 'keeps-no-answer',
  violates: ['SRV-014'],
  why: 'a cache is an optimisation, and those come later',
  onKnown: () => null,
});
