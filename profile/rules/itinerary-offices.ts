import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

type WithItinerary = Pick<PayloadOf<'ItineraryChange'>, 'itinerary'>;

/** R04: a truck is planned at an office once. */
export const officesOnce = defineRule({
  id: 'R04',
  fr: "Un bureau ne figure qu'une fois sur l'itinéraire.",
  en: 'An office is on the itinerary once.',
  pointer: '/payload/itinerary/legs/N/office, the second time',
  source: 'draft message set R04; NCTS R0003',
  checks: { TransitNotice: repeated, ItineraryChange: repeated },
});

function repeated({ itinerary }: WithItinerary): RuleFault[] {
  const seen = new Set<string>();
  const faults: RuleFault[] = [];
  itinerary?.legs.forEach(({ office }, index) => {
    if (seen.has(office)) {
      faults.push({
        pointer: `/payload/itinerary/legs/${index}/office`,
        reason: `${office} est déjà sur l'itinéraire`,
      });
    }
    seen.add(office);
  });
  return faults;
}

/** R05: the planned times of an itinerary rise from office to office. */
export const plannedTimes = defineRule({
  id: 'R05',
  fr: 'Les heures prévues augmentent de bureau en bureau.',
  en: 'Planned times rise from office to office.',
  pointer: '/payload/itinerary/legs/N/plannedAt, the later office',
  source: 'draft message set R05; NCTS R0004, R0005',
  checks: { TransitNotice: notRising, ItineraryChange: notRising },
});

function notRising({ itinerary }: WithItinerary): RuleFault[] {
  const faults: RuleFault[] = [];
  let before = Number.NEGATIVE_INFINITY;
  itinerary?.legs.forEach(({ plannedAt }, index) => {
    const planned = Date.parse(plannedAt);
    if (planned <= before) {
      faults.push({
        pointer: `/payload/itinerary/legs/${index}/plannedAt`,
        reason: `${plannedAt} n'est pas après le bureau précédent`,
      });
    }
    before = planned;
  });
  return faults;
}

/** R01 (second half): an office lies in the country that the itinerary says. The first half is reference data. */
export const officeCountries = defineRule({
  id: 'R01',
  fr: 'Chaque bureau est publié, en vigueur, dans le pays indiqué et avec le rôle voulu.',
  en: 'Each office is published, in force, in the country stated and with the role needed.',
  pointer: 'the office (UNKNOWN_OFFICE, OFFICE_WITHOUT_ROLE); /payload/itinerary/legs/N/country (RULE)',
  source: 'draft message set R01, C01-C04',
  checks: { TransitNotice: elsewhere, ItineraryChange: elsewhere },
});

function elsewhere({ itinerary }: WithItinerary): RuleFault[] {
  const faults: RuleFault[] = [];
  itinerary?.legs.forEach(({ office, country }, index) => {
    if (office.startsWith(country)) return;
    faults.push({
      pointer: `/payload/itinerary/legs/${index}/country`,
      reason: `${office} n'est pas en ${country}`,
    });
  });
  return faults;
}
