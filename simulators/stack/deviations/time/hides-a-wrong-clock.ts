import { defineDeviation } from '../deviation.ts';

/** A seat whose clock is wrong is refused and never told why. */
export default defineDeviation({
  name: 'hides-a-wrong-clock',
  violates: ['TIM-007'],
  why: 'the skew is a line in a log of the stack',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'clock-skew'),
});
