import { defineDeviation } from '../deviation.ts';

/** A guarantee is taken for any country, whatever it covers. */
export default defineDeviation({
  name: 'covers-every-country',
  violates: ['GUA-010'],
  why: 'coverage is text on a certificate, not data in the register',
  onGuarantee: (result) => {
    const { countriesNotCovered, ...rest } = result;
    return countriesNotCovered === undefined ? result : { ...rest, accepted: true, reasons: [] };
  },
});
