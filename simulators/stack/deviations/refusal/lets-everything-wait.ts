import { defineDeviation } from '../deviation.ts';

/** Nothing is refused for want of a notice: a release or a discharge waits like a passage. */
export default defineDeviation({
  name: 'lets-everything-wait',
  violates: ['ERR-011', 'DEP-006'],
  why: 'what cannot be done yet is queued, whatever it is',
  onOrder: (wait, { name }, movement) => (movement === null && name !== 'TransitNotice' ? 'early' : wait),
});
