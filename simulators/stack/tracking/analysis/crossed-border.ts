import { analysis } from './analysis.ts';
import { countryHere } from './territory.ts';

/** Told at each border that is crossed, whichever way: a truck that turns back crosses it again. */
export const crossedBorder = analysis<{ country: string | null; crossed: boolean }>({
  alert: 'CROSSED_BORDER',
  start: { country: null, crossed: false },
  look(before, _report, { here, road, movement }) {
    const country = here && road ? countryHere(road, here, before.country) : before.country;
    const crossed = before.crossed || (country !== null && country !== movement.owner);
    return { active: crossed && country !== null ? country : false, after: { country, crossed } };
  },
});
