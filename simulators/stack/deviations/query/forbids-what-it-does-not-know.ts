import { defineDeviation } from '../deviation.ts';

/** A query about an unknown movement is refused as not authorised. */
export default defineDeviation({
  name: 'forbids-what-it-does-not-know',
  violates: ['QRY-003'],
  why: 'no right to see it and nothing to see are one condition',
  onQuery: (answer) =>
    answer['rejection'] === 'UNKNOWN' ? { ...answer, rejection: 'NOT_AUTHORISED' } : answer,
});
