import { defineDeviation } from '../deviation.ts';

/** Who knows the reference and the code may use the guarantee of another. */
export default defineDeviation({
  name: 'serves-any-holder',
  violates: ['GUA-017'],
  why: 'the access code is taken for proof of who asks',
  onGuarantee: (result) =>
    JSON.stringify(result['reasons']) === '["G04"]' ? { ...result, accepted: true, reasons: [] } : result,
});
