import type { ItineraryChangePayload } from '../../../../profile/messages/itinerary-change.ts';
import { countriesOf } from '../../../../profile/routing.ts';
import { defineDeviation } from '../deviation.ts';

/** Whoever asks for another road has it. */
export default defineDeviation({
  name: 'reroutes-on-request',
  violates: ['ITI-001'],
  why: 'a message with an itinerary in it replaces the itinerary',
  onLedger: (movement, received) => {
    if (received?.name !== 'ItineraryChange') return movement;
    const { decision, itinerary } = received.message.payload as unknown as ItineraryChangePayload;
    if (decision !== 'REQUESTED' || !itinerary) return movement;
    const { corridor, legs } = itinerary;
    return { ...movement, corridor, legs, countries: countriesOf(legs) };
  },
});
