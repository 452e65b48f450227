import { defineDeviation } from '../deviation.ts';

/** A guarantee is good after its last day. */
export default defineDeviation({
  name: 'takes-what-has-run-out',
  violates: ['GUA-016'],
  why: 'validity is printed on the certificate',
  onGuarantee: (result) => {
    const reasons = (result['reasons'] as string[]).filter((reason) => reason !== 'G02');
    return { ...result, reasons, accepted: reasons.length === 0 };
  },
});
