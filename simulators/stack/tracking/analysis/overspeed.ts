import { analysis } from './analysis.ts';

/** Faster than a truck in transit may be. */
export const overspeed = analysis<null>({
  alert: 'OVERSPEED',
  start: null,
  look(before, { speedKmh }, { limits }) {
    return { active: speedKmh !== null && speedKmh > limits.overspeedKmh, after: before };
  },
});
