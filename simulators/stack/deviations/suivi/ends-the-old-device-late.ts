import { defineDeviation } from '../deviation.ts';

interface Listed {
  readonly until?: string;
}

const MINUTE_MS = 60_000;

const aMinuteLate = (assignment: Listed): Listed =>
  assignment.until === undefined
    ? assignment
    : { ...assignment, until: new Date(Date.parse(assignment.until) + MINUTE_MS).toISOString() };

/** After a transfer both devices are on the truck for a minute. */
export default defineDeviation({
  name: 'ends-the-old-device-late',
  violates: ['TRK-021'],
  why: 'the removal is written when the officer has confirmed the new device',
  onJourney: (journey) => ({
    ...journey,
    assignments: (journey['assignments'] as Listed[]).map(aMinuteLate),
  }),
});
