import { defineDeviation } from '../deviation.ts';

/** Pulling confirms nothing: what was pulled is delivered all the same. */
export default defineDeviation({
  name: 'ignores-the-pull',
  violates: ['DLV-007'],
  why: 'the pull is read-only',
  onPull: (page) => ({ ...page, confirmed: 0 }),
});
