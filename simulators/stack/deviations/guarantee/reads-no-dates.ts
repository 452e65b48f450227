import { defineDeviation } from '../deviation.ts';

/** A guarantee counts before it begins and after it has ended. */
export default defineDeviation({
  name: 'reads-no-dates',
  violates: ['GUA-016', 'GUA-030'],
  why: 'validity is printed on the certificate and not compared',
  onGuarantee: (result) => {
    const reasons = (result['reasons'] as string[]).filter((reason) => reason !== 'G02');
    return { ...result, reasons, accepted: reasons.length === 0 };
  },
});
