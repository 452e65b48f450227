import type { ItineraryChangePayload } from '../../../../profile/messages/itinerary-change.ts';
import { countriesOf } from '../../../../profile/routing.ts';
import { defineDeviation } from '../deviation.ts';

/** Roads asked for, by transit reference. */
const asked = new Map<string, NonNullable<ItineraryChangePayload['itinerary']>>();

/** A refused change of itinerary is carried out. */
export default defineDeviation({
  name: 'takes-no-for-an-answer',
  violates: ['ITI-004'],
  why: 'any answer of the office of departure ends the request, and what was asked is done',
  onLedger: (movement, received) => {
    if (received?.name !== 'ItineraryChange') return movement;
    const { decision, itinerary } = received.message.payload as unknown as ItineraryChangePayload;
    if (decision === 'REQUESTED' && itinerary) asked.set(movement.reference, itinerary);
    const wanted = asked.get(movement.reference);
    if (decision !== 'REFUSED' || !wanted) return movement;
    const { corridor, legs } = wanted;
    return { ...movement, corridor, legs, countries: countriesOf(legs) };
  },
});
