import { defineDeviation } from '../deviation.ts';

/** Freight for Niger leaves Lomé on any truck. */
export default defineDeviation({
  name: 'takes-any-plate',
  violates: ['DEP-021'],
  why: 'the rule is on paper at the port, not in the system',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R31'),
});
