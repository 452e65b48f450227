import { defineDeviation } from '../deviation.ts';

/** An unknown guarantee is refused as if its access code were wrong. */
export default defineDeviation({
  name: 'takes-unknown-for-forbidden',
  violates: ['GUA-008'],
  why: 'to whoever has no right and to what does not exist the answer is the same',
  onGuarantee: (result) => {
    const reasons = result['reasons'] as string[];
    return { ...result, reasons: reasons.map((reason) => (reason === 'G01' ? 'G03' : reason)) };
  },
});
