import { analysis } from './analysis.ts';
import { countryHere } from './territory.ts';

/** In another country than that of departure; told at each border that is crossed. */
export const crossedBorder = analysis<{ country: string | null }>({
  alert: 'CROSSED_BORDER',
  start: { country: null },
  look(before, _report, { here, road, movement }) {
    const country = here && road ? countryHere(road, here, before.country) : before.country;
    return { active: country !== null && country !== movement.owner ? country : false, after: { country } };
  },
});
