import { defineDeviation } from '../deviation.ts';

/** At a post that two countries share, either may record the passage of the other. */
export default defineDeviation({
  name: 'lets-neighbours-write',
  violates: ['PAS-022'],
  why: 'the site has one code in the access rights',
  onRefusal: (findings, { name }) =>
    name === 'BorderPassage' ? findings.filter(({ code }) => code !== 'NOT_THE_OWNER') : findings,
});
