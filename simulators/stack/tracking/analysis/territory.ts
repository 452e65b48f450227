import type { Road } from '../../../../fixtures/corridors/road.ts';
import type { Here, Limits } from './analysis.ts';
import { countryOutlined } from './country-outlines.ts';

/** A truck changes country when it is this far behind the border: fixes scatter around it. km @source assumption */
const BEHIND_BORDER_KM = 0.1;

/**
 * The country where a truck is: on its corridor along the itinerary, near a border the one where it was; off the corridor by the
 * outlines of the countries.
 */
export function countryHere(
  road: Road,
  { km, offKm, lat, lon }: Here,
  before: string | null,
  { corridorHalfWidthKm }: Pick<Limits, 'corridorHalfWidthKm'>,
): string | null {
  if (offKm > corridorHalfWidthKm) return countryOutlined(lat, lon) ?? before;
  const country = road.countryAt(km);
  if (before === null || country === before) return country;
  const surely = road.borders.every((border) => Math.abs(border.km - km) >= BEHIND_BORDER_KM);
  return surely ? country : before;
}
