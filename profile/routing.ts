import { isPlatform } from './identifiers/platform-code.ts';

/** The part of a message that routing needs; of the payload only what tracking messages name. */
export interface Addressed {
  readonly sender: string;
  readonly recipient: string;
  readonly payload?: {
    readonly transitReference?: unknown;
    readonly territory?: unknown;
    readonly platform?: unknown;
    readonly replaces?: unknown;
  };
}

/**
 * The seats to which the hub delivers a message: one delivery per administration, never one per office, and
 * never to the sender. A message for the hub itself is delivered to nobody. What an office says about a device goes to the
 * platforms that it names, beside the road; what a platform says goes to two countries at most, both on the road.
 * @param itineraryCountries countries on the itinerary of the movement, in order of travel; after a change
 *   of itinerary those of the old and of the new one. Repeated countries count once.
 * @param participants all countries that take part; used for `all` only
 * @source profile decisions P01, P02; draft message set AT16, AT17
 */
export function recipientsOf(
  message: Addressed,
  itineraryCountries: readonly string[],
  participants: readonly string[],
): string[] {
  const told = new Set(concerned(message, itineraryCountries, participants));
  told.delete(message.sender);
  told.delete('hub');
  return [...told];
}

function concerned(
  message: Addressed,
  itineraryCountries: readonly string[],
  participants: readonly string[],
): readonly string[] {
  const { recipient } = message;
  if (recipient === 'route') return [...itineraryCountries, ...platformsNamed(message)];
  if (recipient === 'territory') return onTerritory(message, itineraryCountries);
  if (recipient === 'all') return participants;
  return [recipient];
}

/** The country of departure, then that where the truck is; a country off the itinerary is told of no movement (P02). */
function onTerritory({ payload }: Addressed, itineraryCountries: readonly string[]): string[] {
  const departure = String(payload?.transitReference).slice(2, 4);
  return [departure, String(payload?.territory)].filter((country) => itineraryCountries.includes(country));
}

/**
 * The tracking platforms that a message names: that of the device, and that of the one it relieves.
 * @example platformsNamed({ payload: { platform: 'TRK-BF', replaces: { platform: 'TRK-TG' } } }) // ['TRK-BF', 'TRK-TG']
 */
export function platformsNamed({ payload }: Pick<Addressed, 'payload'>): string[] {
  const { platform, replaces } = payload ?? {};
  const named = [platform, (replaces as { platform?: unknown } | undefined)?.platform];
  return [...new Set(named.filter((code) => typeof code === 'string'))].filter(isPlatform);
}

/**
 * The countries of a list of legs, in order of travel, each once.
 * @example countriesOf([{ country: 'TG' }, { country: 'TG' }, { country: 'BF' }]) // ['TG', 'BF']
 */
export const countriesOf = (legs: readonly { readonly country: string }[]): string[] => [
  ...new Set(legs.map(({ country }) => country)),
];
