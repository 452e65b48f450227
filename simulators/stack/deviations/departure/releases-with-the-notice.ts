import { defineDeviation } from '../deviation.ts';

/** An announced movement is released at once, and its release comes too late. */
export default defineDeviation({
  name: 'releases-with-the-notice',
  violates: ['DEP-001', 'DEP-002'],
  why: 'in the old procedure registration and release were one stamp',
  onTransition: (to, { on }) => (to === 'REGISTERED' && on === 'TransitNotice' ? 'RELEASED' : to),
});
