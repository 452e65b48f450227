import { defineDeviation } from '../deviation.ts';

const isShort = ({ reasons }: Record<string, unknown>): boolean =>
  Array.isArray(reasons) && reasons.includes('INSUFFICIENT');

/** A reservation is accepted although nothing is left. */
export default defineDeviation({
  name: 'lends-beyond-the-amount',
  violates: ['GUA-003'],
  why: 'the balance is read, not compared',
  onGuarantee: (result, { operation }) =>
    operation === 'RESERVE' && isShort(result) ? { ...result, accepted: true, reasons: [] } : result,
});
