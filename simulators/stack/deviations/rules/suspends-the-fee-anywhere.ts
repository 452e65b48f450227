import { defineDeviation } from '../deviation.ts';

/** Additional code 981 is taken from any office, for any destination. */
export default defineDeviation({
  name: 'suspends-the-fee-anywhere',
  violates: ['DEP-020'],
  why: 'the code is looked up in the list of codes, and it is in it',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R30'),
});
