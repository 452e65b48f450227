import { defineDeviation } from '../deviation.ts';

/** A journey does not show the time without a device. */
export default defineDeviation({
  name: 'forgets-gaps',
  violates: ['TRK-022'],
  why: 'the map joins the last point of one device to the first of the next',
  onJourney: (journey) => ({ ...journey, gaps: [] }),
});
