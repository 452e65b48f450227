import { defineDeviation } from '../deviation.ts';

/** The result that comes with an arrival is not read. */
export default defineDeviation({
  name: 'reads-no-merged-result',
  violates: ['ARR-002', 'ARR-003'],
  why: 'the arrival has a form of its own, without room for a result',
  onTransition: (to, { on }) =>
    on === 'ArrivalNotice' && to !== null && to !== 'CLOSED_MANUALLY' ? 'ARRIVED' : to,
});
