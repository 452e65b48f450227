import { defineDeviation } from '../deviation.ts';

/** A truck that turns up after all opens a movement that was closed by hand. */
export default defineDeviation({
  name: 'reopens-what-was-closed',
  violates: ['ARR-008'],
  why: 'an arrival always means arrived',
  onTransition: (to, { movement, on }) =>
    on === 'ArrivalNotice' && movement?.state === 'CLOSED_MANUALLY' ? 'ARRIVED' : to,
});
