import { parseSealNumber } from '../../../profile/identifiers/seal-number.ts';
import type { SealsCheck } from '../../../profile/messages/parts/parts.ts';
import { type SealsSeen, withSeals } from '../../support/passages.ts';
import { MINUTE_MS } from '../units.ts';
import { RESULTS, WORDS } from '../words.ts';
import { type Composition, has, instantOf, justAfter, meant, type Part } from './composition.ts';

const ONE_PACKAGE_MISSING = { pointer: '/items/0/packages/count', found: 'un colis manquant' };

const BEFALLEN: Readonly<Record<string, SealsSeen>> = {
  [WORDS.broken]: 'broken',
  [WORDS.replaced]: 'replaced and told',
  [WORDS.changed]: 'changed untold',
};

/** What is seen of the seals: those in force, unless something happened to them. */
function sealsSeen(composition: Composition): SealsCheck {
  const { view, movement } = composition;
  const inForce = view?.seals ?? movement.notice.seals.map(({ number }) => number);
  const numbers = inForce.map((number) => parseSealNumber(number));
  if (numbers.length === 0) return { state: 'absent', numbers: [] };
  const intact = { seals: { state: 'intact', numbers } as const };
  const befallen = meant(composition, BEFALLEN);
  if (befallen === undefined) return intact.seals;
  // Not the one that was put on the last time.
  const nth = 2 + ((view?.events.length ?? 0) % 4);
  return withSeals<{ seals: SealsCheck }>(intact, befallen, nth).seals;
}

/** The office at which a country reports a passage, and when the truck was there. */
function placeOf(composition: Composition): { office: string; direction: string; passedAt: number } {
  const { move, movement, view, reference } = composition;
  const direction = has(composition, WORDS.exit) ? 'EXIT' : 'ENTRY';
  const inForce = view?.legs ?? movement.notice.itinerary.legs;
  const leg = inForce.find(({ country, role }) => country === move.by && role === direction);
  const journey = movement.passages.find((passage) => passage.office === leg?.office);
  if (leg && !has(composition, WORDS.offRoute))
    return {
      office: leg.office,
      direction,
      passedAt: journey ? Date.parse(journey.passedAt) : justAfter(composition),
    };
  const other = [...reference.offices.values()].find(
    ({ code, country, roles }) =>
      country === move.by &&
      roles.includes('TRA') &&
      !inForce.some(({ office, role }) => office === code && role === direction),
  );
  return { office: other?.code ?? leg?.office ?? '', direction, passedAt: justAfter(composition) };
}

export function borderPassage(composition: Composition): Part {
  const { office, direction, passedAt } = placeOf(composition);
  const refused = has(composition, WORDS.turnedBack);
  const exit = composition.view?.events.findLast((event) => event.direction === 'EXIT')?.occurredAt;
  const early = has(composition, WORDS.halfHourEarly) && exit !== undefined;
  const at = early ? Date.parse(exit) - 30 * MINUTE_MS : refused ? passedAt - 2 * MINUTE_MS : passedAt;
  return {
    payload: {
      transitReference: composition.movement.reference,
      office,
      direction,
      outcome: refused ? 'REFUSED' : 'PASSED',
      presentedAt: instantOf(at - MINUTE_MS),
      passedAt: instantOf(at),
      seals: sealsSeen(composition),
      ...(refused && { refusalReason: 'Documents incomplets (fictif)' }),
    },
  };
}

/** The office of destination by the itinerary in force; another office of the country when it has none there. */
function officeOfDestination({ view, movement, move, reference }: Composition): string {
  const leg = (view?.legs ?? movement.notice.itinerary.legs).at(-1);
  if (leg?.country === move.by) return leg.office;
  for (const office of reference.offices.values())
    if (office.country === move.by && office.roles.includes('DES')) return office.code;
  return movement.arrival.office;
}

const outcomeOf = (result: string, at: number): Record<string, unknown> => ({
  controlledAt: instantOf(at),
  result,
  differences: result === 'A5' || result === 'B1' ? [ONE_PACKAGE_MISSING] : [],
});

export function arrivalNotice(composition: Composition): Part {
  const { movement } = composition;
  const result = meant(composition, RESULTS);
  const arrivedAt = Date.parse(movement.arrival.arrivedAt);
  return {
    payload: {
      transitReference: movement.reference,
      office: officeOfDestination(composition),
      arrivedAt: movement.arrival.arrivedAt,
      seals: sealsSeen(composition),
      ...(result && { controlResult: outcomeOf(result, arrivedAt) }),
    },
  };
}

export function controlResult(composition: Composition): Part {
  const { movement } = composition;
  const result = meant(composition, RESULTS) ?? 'A1';
  return {
    payload: {
      transitReference: movement.reference,
      office: officeOfDestination(composition),
      ...outcomeOf(result, Date.parse(movement.control.controlledAt)),
    },
  };
}
