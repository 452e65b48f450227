import { defineDeviation } from '../deviation.ts';

/** An extension granted too late takes the movement out of its delay. */
export default defineDeviation({
  name: 'forgives-the-delay',
  violates: ['ENQ-021'],
  why: 'the state is computed from the limit, and the limit is in the future again',
  onTransition: (to, { movement, on }) =>
    on === 'ItineraryChange' && movement?.state === 'OVERDUE' ? 'IN_TRANSIT' : to,
});
