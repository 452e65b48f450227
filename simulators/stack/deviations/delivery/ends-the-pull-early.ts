import { defineDeviation } from '../deviation.ts';

/** The first page of a pull says that nothing is left. */
export default defineDeviation({
  name: 'ends-the-pull-early',
  violates: ['DLV-008'],
  why: 'more is computed on the page, not on the queue',
  onPull: (page) => ({ ...page, more: false }),
});
