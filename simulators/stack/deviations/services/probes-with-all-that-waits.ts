import { defineDeviation } from '../deviation.ts';

/** When the pause is over everything that waited goes out at once. */
export default defineDeviation({
  name: 'probes-with-all-that-waits',
  violates: ['SRV-012'],
  why: 'an open breaker is a pause and nothing more',
  onBreaker: (state) => (state.state === 'half-open' ? { state: 'closed', until: null, calls: 4 } : state),
});
