import { defineDeviation } from '../deviation.ts';

/** After a failure the next attempt always follows in ten seconds. */
export default defineDeviation({
  name: 'retries-every-ten-seconds',
  violates: ['DLV-022'],
  why: 'the pause is a constant of the library',
  onRetry: () => 10_000,
});
