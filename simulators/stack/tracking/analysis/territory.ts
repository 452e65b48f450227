import type { Road } from '../../../../fixtures/corridors/road.ts';
import type { Here } from './analysis.ts';

/** A truck changes country when it is this far behind the border: fixes scatter around it. km @source assumption */
const BEHIND_BORDER_KM = 0.1;

/** The country where a truck is, along its itinerary; near a border, the one where it was. */
export function countryHere(road: Road, { km }: Here, before: string | null): string {
  const country = road.countryAt(km);
  if (before === null || country === before) return country;
  const surely = road.borders.every((border) => Math.abs(border.km - km) >= BEHIND_BORDER_KM);
  return surely ? country : before;
}
