import { defineDeviation } from '../deviation.ts';

/** A platform tells of the devices of another in its name. */
export default defineDeviation({
  name: 'lets-a-platform-speak-for-another',
  violates: ['TRK-026'],
  why: 'events are bought from an aggregator',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R39'),
});
