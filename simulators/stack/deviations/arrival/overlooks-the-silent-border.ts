import { defineDeviation } from '../deviation.ts';

/** An arrival without a recorded passage raises no finding. */
export default defineDeviation({
  name: 'overlooks-the-silent-border',
  violates: ['ARR-005'],
  why: 'the arrival is booked and nobody looks back along the road',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'passage-missing'),
});
