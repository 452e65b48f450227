import { defineDeviation } from '../deviation.ts';

/** An alert need not say of what. */
export default defineDeviation({
  name: 'takes-a-nameless-alert',
  violates: ['TRK-028'],
  why: 'the code was optional in the first version',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R40'),
});
