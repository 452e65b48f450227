import { defineDeviation } from '../deviation.ts';

/** Of several silent offices only the first is pointed out. */
export default defineDeviation({
  name: 'points-at-one-silence',
  violates: ['ARR-021'],
  why: 'the search along the road stops at the first gap',
  onFinding: (notices) => {
    const first = notices.find(({ kind }) => kind === 'passage-missing');
    return notices.filter((notice) => notice.kind !== 'passage-missing' || notice === first);
  },
});
