import { defineDeviation } from '../deviation.ts';

/** A reused id is refused, but nobody is warned. */
export default defineDeviation({
  name: 'hides-the-reused-id',
  violates: ['KEY-004'],
  why: 'the alarm only stands in a log of the stack',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'duplicate-id'),
});
