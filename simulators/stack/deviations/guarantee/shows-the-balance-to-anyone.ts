import { defineDeviation } from '../deviation.ts';

/** A wrong access code is refused, with the amount that is left. */
export default defineDeviation({
  name: 'shows-the-balance-to-anyone',
  violates: ['GUA-009'],
  why: 'the refusal is filled from the same record as the acceptance',
  onGuarantee: (result) =>
    Array.isArray(result['reasons']) && result['reasons'].includes('G03')
      ? { ...result, availableAmount: 1_000_000 }
      : result,
});
