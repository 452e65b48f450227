import { defineDeviation } from '../deviation.ts';

/** Differences found at destination are filed as conform. */
export default defineDeviation({
  name: 'takes-conform-for-differences',
  violates: ['CTL-002', 'ARR-003'],
  why: 'any result ends the control',
  onTransition: (to) => (to === 'DISCREPANCY' ? 'CONTROLLED' : to),
});
