import { defineDeviation } from '../deviation.ts';

/** A total gross mass below the sum of the items is accepted. */
export default defineDeviation({
  name: 'takes-any-total-mass',
  violates: ['ERR-013'],
  why: 'the total is weighed, the items are declared, and nobody compares them',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R08'),
});
