import type { Movement } from '../../fixtures/movements/movement.ts';
import { parseCountryCode } from '../../profile/identifiers/country-code.ts';
import { transitReferenceOf } from '../../profile/identifiers/national-reference.ts';
import { parseOfficeCode } from '../../profile/identifiers/office-code.ts';
import type { CorridorWorld } from './world.ts';

/** A movement that another office of the country of departure registers, and from which it leaves. */
export function declaredAt(world: CorridorWorld, corridor: string, code: string): Movement {
  const { notice } = world.prepare(corridor);
  const office = parseOfficeCode(code);
  const nationalReference = { ...notice.nationalReference, office };
  const transitReference = transitReferenceOf(nationalReference);
  const [first, ...others] = notice.itinerary.legs;
  const legs = first ? [{ ...first, office }, ...others] : [];
  const itinerary = { ...notice.itinerary, legs };
  world.claim(transitReference);
  return world.change({
    reference: transitReference,
    notice: { ...notice, nationalReference, transitReference, itinerary },
  });
}

/** A movement on a truck of this country, whether or not such trucks are usual on the road. */
export function registeredIn(world: CorridorWorld, corridor: string, country: string): Movement {
  const { notice } = world.prepare(corridor, { vehicleCountry: country });
  const vehicle = { ...notice.vehicle, country: parseCountryCode(country) };
  return world.change({ notice: { ...notice, vehicle } });
}
