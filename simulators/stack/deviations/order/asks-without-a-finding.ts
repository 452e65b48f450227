import { defineDeviation } from '../deviation.ts';

/** After a gap the country of departure is asked, and not told what is missing. */
export default defineDeviation({
  name: 'asks-without-a-finding',
  violates: ['ORD-009'],
  why: 'the query seemed to say it all',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'version-gap'),
});
