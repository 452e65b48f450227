import { defineDeviation } from '../deviation.ts';

/** The test clock moves one hour less than it was asked to. */
export default defineDeviation({
  name: 'loses-an-hour',
  violates: ['TST-005'],
  why: 'local dates are subtracted, and one of them has another offset',
  onAdvance: (seconds) => (seconds > 3600 ? seconds - 3600 : seconds),
});
