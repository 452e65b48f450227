import { defineDeviation } from '../deviation.ts';

/** A truck that arrives after its time limit is refused. */
export default defineDeviation({
  name: 'refuses-the-latecomer',
  violates: ['ARR-006'],
  why: 'OVERDUE is taken for an end',
  onTransition: (to, { movement, on }) =>
    on === 'ArrivalNotice' && movement?.state === 'OVERDUE' ? null : to,
});
