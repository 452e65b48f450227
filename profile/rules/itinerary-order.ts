import type { Leg } from '../messages/parts/parts.ts';
import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

const LEGS = '/payload/itinerary/legs';

/** R02: an itinerary begins at departure, ends at destination, and numbers its offices from 1. */
export const itineraryOrder = defineRule({
  id: 'R02',
  fr: "L'itinéraire commence au bureau de départ, dans le pays de départ, finit au bureau de destination, et numérote ses bureaux de 1 en 1.",
  en: 'The itinerary begins at the office of departure, in the country of departure (characters 3 and 4 of the transit reference), ends at the office of destination, and numbers its offices 1, 2, 3 ...',
  pointer: '/payload/itinerary/legs/N/(sequence|role|country)',
  source: 'draft message set R02; R10 for the numbers',
  checks: { TransitNotice: faultsOf, ItineraryChange: faultsOf },
});

function faultsOf({
  transitReference,
  itinerary,
}: Pick<PayloadOf<'ItineraryChange'>, 'transitReference' | 'itinerary'>): RuleFault[] {
  if (!itinerary) return [];
  const faults: RuleFault[] = [];
  const last = itinerary.legs.length - 1;
  const departureCountry = transitReference.slice(2, 4);
  itinerary.legs.forEach((leg, index) => {
    const due = roleDue(leg, index, last);
    if (leg.role !== due)
      faults.push({ pointer: `${LEGS}/${index}/role`, reason: `ici ${due}, trouvé ${leg.role}` });
    if (leg.sequence !== index + 1) {
      faults.push({
        pointer: `${LEGS}/${index}/sequence`,
        reason: `attendu ${index + 1}, trouvé ${leg.sequence}`,
      });
    }
  });
  if (itinerary.legs[0]?.country !== departureCountry) {
    faults.push({ pointer: `${LEGS}/0/country`, reason: `le pays de départ est ${departureCountry}` });
  }
  return faults;
}

function roleDue({ role }: Leg, index: number, last: number): string {
  if (index === 0) return 'DEPARTURE';
  if (index === last) return 'DESTINATION';
  return role === 'EXIT' || role === 'ENTRY' ? role : 'EXIT ou ENTRY';
}
