import { defineDeviation } from '../deviation.ts';

/** The other countries never learn that the truck may go. */
export default defineDeviation({
  name: 'keeps-the-release-at-home',
  violates: ['DEP-005'],
  why: "release is an act of the office of departure, and nobody else's",
  onRoute: (deliveries, { name }) => (name === 'DepartureRelease' ? [] : deliveries),
});
