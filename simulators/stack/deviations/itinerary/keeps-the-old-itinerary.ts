import { defineDeviation } from '../deviation.ts';

/** An authorised change of itinerary is filed, and the old one stays in force. */
export default defineDeviation({
  name: 'keeps-the-old-itinerary',
  violates: ['ITI-002'],
  why: 'the itinerary is part of the notice, and the notice is not touched',
  onLedger: (movement, received) =>
    received?.name === 'ItineraryChange'
      ? {
          ...movement,
          legs: movement.notice.itinerary.legs,
          countries: [...new Set(movement.notice.itinerary.legs.map(({ country }) => country))],
        }
      : movement,
});
