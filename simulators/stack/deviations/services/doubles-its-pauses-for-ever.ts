import { defineDeviation } from '../deviation.ts';

/** The pause before a service is asked again doubles, and no longest one ends that. */
export default defineDeviation({
  name: 'doubles-its-pauses-for-ever',
  violates: ['SRV-006'],
  why: 'an exponential back-off, as in the book',
  onServiceRetry: (pauseMs, { attempt }) => (pauseMs === null ? null : 1000 * 2 ** (attempt - 1)),
});
