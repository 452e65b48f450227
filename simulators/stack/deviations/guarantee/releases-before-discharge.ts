import { defineDeviation } from '../deviation.ts';

/** The guarantee is given back as soon as somebody asks, discharged or not, reserved or not. */
export default defineDeviation({
  name: 'releases-before-discharge',
  violates: ['GUA-004', 'GUA-019'],
  why: 'giving back is taken for harmless: RELEASE is answered yes without a look at reservation and movement',
  onGuarantee: (result, { operation }) =>
    operation === 'RELEASE' ? { ...result, accepted: true, reasons: [] } : result,
});
