import { defineDeviation } from '../deviation.ts';

/** A message counts whoever of the road sends it. */
export default defineDeviation({
  name: 'listens-to-anybody',
  violates: ['ERR-029', 'ITI-006'],
  why: 'a seat is checked at the door, not what it may speak of',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'NOT_THE_OWNER'),
});
