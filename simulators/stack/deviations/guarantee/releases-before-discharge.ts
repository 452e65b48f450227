import { defineDeviation } from '../deviation.ts';

/** The guarantee is given back as soon as somebody asks, discharged or not. */
export default defineDeviation({
  name: 'releases-before-discharge',
  violates: ['GUA-004'],
  why: 'RELEASE is answered from the register alone, without a look at the movement',
  onGuarantee: (result, { operation }) =>
    operation === 'RELEASE' ? { ...result, accepted: true, reasons: [] } : result,
});
