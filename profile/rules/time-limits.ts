import { timers } from '../timers/timers.ts';
import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

/** The fault of an instant that must not lie before another. */
function before(
  pointer: string,
  later: string,
  earlier: string,
  strictly: 'after' | 'not before',
): RuleFault[] {
  const distance = Date.parse(later) - Date.parse(earlier);
  if (distance > 0 || (distance === 0 && strictly === 'not before')) return [];
  const relation = strictly === 'after' ? "n'est pas après" : 'est avant';
  return [{ pointer, reason: `${later} ${relation} ${earlier}` }];
}

/** R19: a time limit leaves the time that it is for. */
export const timeLimits = defineRule({
  id: 'R19',
  fr: "Un délai suffit à ce qu'il couvre : le délai de route à l'itinéraire prévu et au-delà de la mainlevée, le délai de réponse au-delà de l'avis de recherche.",
  en: 'A limit leaves the time it is for: plannedLimitDate and newLimitDate are not before the last plannedAt, limitDate is after releasedAt, respondBy after enquiredAt.',
  pointer: '/payload/plannedLimitDate, /payload/limitDate, /payload/newLimitDate, /payload/respondBy',
  source: 'draft message set R19',
  checks: {
    TransitNotice: ({ plannedLimitDate, itinerary }) =>
      limitFaults('/payload/plannedLimitDate', plannedLimitDate, itinerary),
    DepartureRelease: ({ limitDate, releasedAt }) =>
      before('/payload/limitDate', limitDate, releasedAt, 'after'),
    ItineraryChange: ({ newLimitDate, itinerary }) =>
      limitFaults('/payload/newLimitDate', newLimitDate, itinerary),
    EnquiryRequest: ({ respondBy, enquiredAt }) =>
      before('/payload/respondBy', respondBy, enquiredAt, 'after'),
  },
});

function limitFaults(
  pointer: string,
  limit: string | undefined,
  itinerary: PayloadOf<'ItineraryChange'>['itinerary'],
): RuleFault[] {
  const arrival = itinerary?.legs.at(-1)?.plannedAt;
  return limit && arrival ? before(pointer, limit, arrival, 'not before') : [];
}

/** R32: a truck is let through after it came to the counter. */
export const presentedThenPassed = defineRule({
  id: 'R32',
  fr: "L'heure de passage n'est pas avant l'heure de présentation.",
  en: 'The time of passage is not before the time of presentation.',
  pointer: '/payload/passedAt',
  source: 'profile decision P11',
  checks: {
    BorderPassage: ({ presentedAt, passedAt }) =>
      before('/payload/passedAt', passedAt, presentedAt, 'not before'),
  },
});

const MS_PER_SECOND = 1000;

/** R29: who uses reference data is told a day ahead; a breakdown cannot wait a day to be told. */
export const referenceDataAhead = defineRule({
  id: 'R29',
  fr: "Une donnée de référence prend effet au moins 24 h après la rédaction de l'avis, sauf une indisponibilité.",
  en: 'Reference data take effect at least 24 h after the notice was composed, an unavailability apart.',
  pointer: '/payload/effectiveFrom',
  source: 'draft message set AT20, C10; NCTS IE070',
  checks: {
    ReferenceDataNotice: ({ effectiveFrom, content }, { preparedAt }) => {
      const earliest = preparedAt + timers.referenceDataNotice.seconds * MS_PER_SECOND;
      if (content.kind === 'UNAVAILABILITY' || Date.parse(effectiveFrom) >= earliest) return [];
      return [
        { pointer: '/payload/effectiveFrom', reason: `${effectiveFrom} est à moins de 24 h de preparedAt` },
      ];
    },
  },
});
