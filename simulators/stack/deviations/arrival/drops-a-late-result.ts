import { defineDeviation } from '../deviation.ts';

/** A truck that arrives too late is only arrived, whatever its control gave. */
export default defineDeviation({
  name: 'drops-a-late-result',
  violates: ['ARR-022'],
  why: 'late arrivals take another path, made when results always came apart',
  onTransition: (to, { movement, on }) =>
    on === 'ArrivalNotice' && movement?.state === 'OVERDUE' && to !== null ? 'ARRIVED' : to,
});
