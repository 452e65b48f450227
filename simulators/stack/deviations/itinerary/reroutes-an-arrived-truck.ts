import { defineDeviation } from '../deviation.ts';

const ARRIVED = new Set(['ARRIVED', 'CONTROLLED', 'DISCREPANCY']);

/** The road of a truck that has arrived can still be changed. */
export default defineDeviation({
  name: 'reroutes-an-arrived-truck',
  violates: ['ITI-008'],
  why: 'the form for another road asks for an open movement, and an arrived one is open',
  onTransition: (to, { movement, on }) =>
    on === 'ItineraryChange' && movement && ARRIVED.has(movement.state) ? movement.state : to,
});
