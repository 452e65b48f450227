import { defineDeviation } from '../deviation.ts';

/** A discharged movement leaves its amount reserved for ever. */
export default defineDeviation({
  name: 'keeps-the-guarantee',
  violates: ['GUA-005'],
  why: 'nothing in the ledger reaches the guarantee register',
  onReservation: (change, { name }) => (name === 'DischargeNotice' ? { ...change, release: false } : change),
});
