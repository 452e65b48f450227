import type { BookEntry } from '../movement-book.ts';
import type { AnsweringSeat } from './reply.ts';

/** The office in whose name a seat speaks of a movement: its last on the itinerary, else any of the country. */
export function officeOf(
  { country, reference }: Pick<AnsweringSeat, 'country' | 'reference'>,
  entry: BookEntry | undefined,
): string | undefined {
  const leg = entry?.notice?.itinerary.legs.findLast((each) => each.country === country);
  if (leg) return leg.office;
  for (const office of reference?.offices.values() ?? []) if (office.country === country) return office.code;
  return undefined;
}
