import type { Leg } from '../messages/parts/parts.ts';
import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

/** R03: where a truck changes country there is an office on each side: out of the one, into the other. */
export const borderCrossings = defineRule({
  id: 'R03',
  fr: "À chaque frontière l'itinéraire nomme un bureau de sortie puis un bureau d'entrée du pays voisin ; chaque pays traversé, celui de destination compris, a donc un bureau de passage.",
  en: 'At each border the itinerary names an office of exit, then one of entry of the neighbouring country; so each country crossed, that of destination included, has an office of passage.',
  pointer:
    '/payload/itinerary/legs/N/role, N the first office after the border; of an exit without border the office after it, of an entry without border that office',
  source: 'draft message set R02, R03; NCTS R0006',
  checks: { TransitNotice: faultsOf, ItineraryChange: faultsOf },
});

function faultsOf({ itinerary }: Pick<PayloadOf<'ItineraryChange'>, 'itinerary'>): RuleFault[] {
  const faults: RuleFault[] = [];
  const legs = itinerary?.legs ?? [];
  for (let index = 1; index < legs.length; index++) {
    const reason = faultBetween(legs[index - 1] as Leg, legs[index] as Leg);
    if (reason) faults.push({ pointer: `/payload/itinerary/legs/${index}/role`, reason });
  }
  return faults;
}

function faultBetween(before: Leg, here: Leg): string | null {
  if (before.country === here.country) {
    if (before.role === 'EXIT')
      return `après la sortie par ${before.office}, pas d'entrée dans un autre pays`;
    if (here.role === 'ENTRY') return `${here.office} est une entrée sans changement de pays`;
    return null;
  }
  if (before.role !== 'EXIT') return `pas de bureau de sortie de ${before.country} avant ${here.office}`;
  if (here.role !== 'ENTRY') return `pas de bureau d'entrée de ${here.country} avant ${here.office}`;
  return null;
}
