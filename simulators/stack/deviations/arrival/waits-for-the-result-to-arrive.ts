import { defineDeviation } from '../deviation.ts';

/** A truck has not arrived before its control has a result. */
export default defineDeviation({
  name: 'waits-for-the-result-to-arrive',
  violates: ['ARR-001'],
  why: 'arrival and result are one line of the form',
  onTransition: (to, { movement, on }) =>
    on === 'ArrivalNotice' && to === 'ARRIVED' ? (movement?.state ?? to) : to,
});
