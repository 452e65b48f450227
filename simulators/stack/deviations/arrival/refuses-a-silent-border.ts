import { defineDeviation } from '../deviation.ts';

/** A truck that no border reported cannot arrive. */
export default defineDeviation({
  name: 'refuses-a-silent-border',
  violates: ['ARR-004'],
  why: 'the state machine of NCTS is taken where links do not fail',
  onTransition: (to, { movement, on }) =>
    on === 'ArrivalNotice' && movement?.state === 'RELEASED' ? null : to,
});
