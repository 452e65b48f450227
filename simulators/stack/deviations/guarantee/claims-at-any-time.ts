import { defineDeviation } from '../deviation.ts';

/** A claim is accepted on a truck that is on its way. */
export default defineDeviation({
  name: 'claims-at-any-time',
  violates: ['GUA-020'],
  why: 'the guarantor pays first and asks later',
  onGuarantee: (result, { operation }) =>
    operation === 'CLAIM' ? { ...result, accepted: true, reasons: [] } : result,
});
