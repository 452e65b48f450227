import { defineDeviation } from '../deviation.ts';

/** A missing version is waited for without end. */
export default defineDeviation({
  name: 'never-asks-after-a-gap',
  violates: ['ORD-004', 'ORD-007'],
  why: 'nothing reminds the hub of what waits',
  onTime: (due, { kind }) => due && kind !== 'gap' && kind !== 'early',
});
