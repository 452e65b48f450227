import { defineDeviation } from '../deviation.ts';

/** A partial discharge sets the whole guarantee free. */
export default defineDeviation({
  name: 'gives-back-at-the-first-discharge',
  violates: ['GUA-007'],
  why: 'a discharge is a discharge',
  onReservation: (change, { name }) => (name === 'DischargeNotice' ? { ...change, release: true } : change),
});
