import { defineDeviation } from '../deviation.ts';

const lookedUp: ReadonlySet<string> = new Set([
  'UNKNOWN_OFFICE',
  'OFFICE_WITHOUT_ROLE',
  'UNKNOWN_COUNTRY',
  'UNKNOWN_ITINERARY',
]);

/** Offices, countries and itineraries are taken as they are written. */
export default defineDeviation({
  name: 'looks-nothing-up',
  violates: ['ERR-024', 'ERR-025', 'ERR-026', 'ERR-027'],
  why: 'a code of the right form is taken for a code',
  onFindings: (findings) => findings.filter(({ code }) => !lookedUp.has(code)),
});
