import { defineDeviation } from '../deviation.ts';

const ARRIVED = new Set(['ARRIVED', 'CONTROLLED', 'DISCREPANCY']);

/** The notice of a truck that has arrived can still be amended. */
export default defineDeviation({
  name: 'amends-after-arrival',
  violates: ['AMD-006'],
  why: 'an amendment is checked against the end of the movement only',
  onTransition: (to, { movement, on }) =>
    on === 'TransitNotice' && movement && ARRIVED.has(movement.state) ? movement.state : to,
});
