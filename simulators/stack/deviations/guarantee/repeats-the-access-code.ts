import { defineDeviation } from '../deviation.ts';

/** The access code comes back in the answer of the register. */
export default defineDeviation({
  name: 'repeats-the-access-code',
  violates: ['GUA-011'],
  why: 'the result is the request with an answer added',
  onGuarantee: (result, { accessCode }) => ({ ...result, accessCode }),
});
