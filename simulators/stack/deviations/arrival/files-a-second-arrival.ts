import { defineDeviation } from '../deviation.ts';

/** A truck may arrive as often as its office says so. */
export default defineDeviation({
  name: 'files-a-second-arrival',
  violates: ['ARR-007'],
  why: 'an arrival is an event like any other, and events are appended',
  onTransition: (to, { movement, on }) => (on === 'ArrivalNotice' && movement ? (to ?? movement.state) : to),
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'ALREADY_ARRIVED'),
});
