import { defineDeviation } from '../deviation.ts';

/** The national reference of a notice is filed unread. */
export default defineDeviation({
  name: 'trusts-the-transit-reference',
  violates: ['ERR-031'],
  why: 'the transit reference is the key, all else is text',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'REFERENCE_MISMATCH'),
});
