import { defineDeviation } from '../deviation.ts';

/** A change of itinerary leaves the time limit as it was announced. */
export default defineDeviation({
  name: 'keeps-the-old-limit',
  violates: ['ITI-005'],
  why: 'the limit is a field of the notice, and the change is about the road',
  onLedger: (movement, received) =>
    received?.name === 'ItineraryChange' && movement.notice.plannedLimitDate
      ? { ...movement, limitDate: movement.notice.plannedLimitDate }
      : movement,
});
