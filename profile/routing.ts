/** The part of a message that routing needs. */
export interface Addressed {
  readonly sender: string;
  readonly recipient: string;
}

/**
 * The seats to which the hub delivers a message: one delivery per administration, never one per office, and
 * never to the sender. A message for the hub itself is delivered to nobody.
 * @param itineraryCountries countries on the itinerary of the movement, in order of travel; after a change
 *   of itinerary those of the old and of the new one. Repeated countries count once.
 * @param participants all countries that take part; used for `all` only
 * @source profile decisions P01, P02
 */
export function recipientsOf(
  message: Addressed,
  itineraryCountries: readonly string[],
  participants: readonly string[],
): string[] {
  const told = new Set(concerned(message.recipient, itineraryCountries, participants));
  told.delete(message.sender);
  told.delete('hub');
  return [...told];
}

function concerned(
  recipient: string,
  itineraryCountries: readonly string[],
  participants: readonly string[],
): readonly string[] {
  if (recipient === 'route') return itineraryCountries;
  if (recipient === 'all') return participants;
  return [recipient];
}

/**
 * The countries of a list of legs, in order of travel, each once.
 * @example countriesOf([{ country: 'TG' }, { country: 'TG' }, { country: 'BF' }]) // ['TG', 'BF']
 */
export const countriesOf = (legs: readonly { readonly country: string }[]): string[] => [
  ...new Set(legs.map(({ country }) => country)),
];
