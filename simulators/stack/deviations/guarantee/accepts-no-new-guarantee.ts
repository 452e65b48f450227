import { defineDeviation } from '../deviation.ts';

/** A guarantor cannot register a guarantee. */
export default defineDeviation({
  name: 'accepts-no-new-guarantee',
  violates: ['GUA-001'],
  why: 'the register is filled by hand, from certificates',
  onGuarantee: (result, { operation }) =>
    operation === 'REGISTER' ? { ...result, accepted: false, reasons: ['G05'] } : result,
});
