import type { Movement } from '../../fixtures/movements/movement.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { ItineraryChangePayload } from '../../profile/messages/itinerary-change.ts';
import type { Itinerary } from '../../profile/messages/parts/parts.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld, Sent } from './world.ts';

/** Which country a phrase means, in a movement. */
export type Decider = (movement: Movement) => string;

/** Between two offices, as planned: any rising times will do (R05). */
const STEP_MS = 3 * 3_600_000;

/** The whole itinerary of a corridor, from now on. */
export const itineraryOn = (world: CorridorWorld, corridor: string): Itinerary =>
  itineraryFrom(world.run.settings.reference, corridor, world.environment.clock.now());

/** @param startMs when the truck sets out, ms since the epoch */
export function itineraryFrom(reference: FixtureReferenceData, corridor: string, startMs: number): Itinerary {
  const legs = reference.corridors.get(corridor)?.legs;
  if (!legs)
    throw new HarnessError('UNKNOWN_CORRIDOR', `Aucun corridor ${corridor}.`, 'Voir fixtures/reference.');
  return {
    corridor,
    legs: legs.map(({ office, country, role }, index) => ({
      sequence: index + 1,
      office,
      country,
      role,
      plannedAt: new Date(startMs + index * STEP_MS).toISOString(),
    })),
  };
}

/** A country asks for another road, or the country of departure decides on it. */
export function changeItinerary(
  world: CorridorWorld,
  country: string,
  decision: ItineraryChangePayload['decision'],
  { corridor, newLimitDate }: { readonly corridor?: string; readonly newLimitDate?: string } = {},
): Promise<Sent> {
  const { reference, notice } = world.movement;
  const office = notice.itinerary.legs.find((leg) => leg.country === country)?.office;
  const payload = {
    transitReference: reference,
    decision,
    office,
    decidedAt: new Date(world.environment.clock.now()).toISOString(),
    reason: 'Route coupée par une crue (fictif)',
    ...(corridor !== undefined && { itinerary: itineraryOn(world, corridor) }),
    ...(newLimitDate !== undefined && { newLimitDate }),
  };
  return world.send(country, 'ItineraryChange', payload);
}

/** The country of departure authorises the present offices under the name of another road. */
export function takeRoad(world: CorridorWorld, corridor: string): Promise<Sent> {
  const { reference, departureCountry, corridor: present } = world.movement;
  const itinerary = itineraryOn(world, present.name);
  const payload = {
    transitReference: reference,
    decision: 'AUTHORISED',
    office: itinerary.legs[0]?.office,
    decidedAt: new Date(world.environment.clock.now()).toISOString(),
    reason: 'Route de circonstance (fictif)',
    itinerary: { ...itinerary, corridor },
  };
  return world.send(departureCountry, 'ItineraryChange', payload);
}

/** The country of departure lets the truck take longer, on the road that it has. */
export function extendLimit(world: CorridorWorld, newLimitDate: string): Promise<Sent> {
  const { reference, notice, departureCountry, corridor } = world.movement;
  const payload = {
    transitReference: reference,
    decision: 'AUTHORISED',
    office: notice.itinerary.legs[0]?.office,
    decidedAt: new Date(world.environment.clock.now()).toISOString(),
    reason: 'Frontière fermée quelques jours (fictif)',
    itinerary: itineraryOn(world, corridor.name),
    newLimitDate,
  };
  return world.send(departureCountry, 'ItineraryChange', payload);
}
