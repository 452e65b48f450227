import { defineDeviation } from '../deviation.ts';

/** A refused passage is filed like any other: the truck goes on. */
export default defineDeviation({
  name: 'forgets-a-refused-passage',
  violates: ['PAS-006'],
  why: 'the outcome of a passage is not read',
  onTransition: (to, { on }) => (on === 'BorderPassage' && to === 'SUSPENDED' ? 'IN_TRANSIT' : to),
});
