import type { Memories } from './analyses.ts';
import { analysis } from './analysis.ts';
import { countryHere } from './territory.ts';

/** Told at each border that is crossed, whichever way: a truck that turns back crosses it again. */
export const crossedBorder = analysis<{ country: string | null; crossed: boolean }>({
  alert: 'CROSSED_BORDER',
  start: { country: null, crossed: false },
  look(before, _report, { here, road, movement, limits }) {
    const from = before.country ?? movement.owner;
    const country = here && road ? (countryHere(road, here, before.country, limits) ?? from) : from;
    const crossed = before.crossed || country !== from;
    return { active: crossed ? country : false, after: { country, crossed } };
  },
});

/** Where the truck was last, as a device finds it that is put on; `crossed`: it got there unseen, and nobody was told. */
export const lastSeenIn = (country: string, crossed: boolean): Memories => ({
  CROSSED_BORDER: { country, crossed },
});

/** The country that the memories name as the last one known, or null. */
export function countryOf(memories: Memories): string | null {
  const country = memories['CROSSED_BORDER']?.['country'];
  return typeof country === 'string' ? country : null;
}
