import { defineDeviation } from '../deviation.ts';

/** A guarantee is cancelled although it stands for trucks on the road. */
export default defineDeviation({
  name: 'cancels-a-guarantee-in-use',
  violates: ['GUA-021'],
  why: 'a contract that its guarantor ends has ended',
  onGuarantee: (result, { operation }) =>
    operation === 'CANCEL' && result['accepted'] !== true
      ? { ...result, accepted: true, reasons: [] }
      : result,
});
