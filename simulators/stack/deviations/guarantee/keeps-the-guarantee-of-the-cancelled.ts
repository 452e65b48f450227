import { defineDeviation } from '../deviation.ts';

/** A cancelled movement leaves its amount reserved. */
export default defineDeviation({
  name: 'keeps-the-guarantee-of-the-cancelled',
  violates: ['GUA-006'],
  why: 'a cancelled movement has no end, and only the end gives back',
  onReservation: (change, { name }) =>
    name === 'CancellationNotice' ? { ...change, cancel: false } : change,
});
