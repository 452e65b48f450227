import { defineDeviation } from '../deviation.ts';

/** Of several movements of one truck, the one whose reference comes last in the alphabet is shown. */
export default defineDeviation({
  name: 'takes-the-highest-number-for-the-newest',
  violates: ['QRY-008'],
  why: 'references look like serial numbers, and each country counts its own',
  onMatches: (matches) => matches.toSorted((one, other) => (one.reference < other.reference ? 1 : -1)),
});
