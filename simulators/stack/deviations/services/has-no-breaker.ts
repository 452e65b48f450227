import { defineDeviation } from '../deviation.ts';

/** A service that is down is asked by every movement, at every pause. */
export default defineDeviation({
  name: 'has-no-breaker',
  violates: ['SRV-011'],
  why: 'retries are there, who needs a breaker',
  onBreaker: () => ({ state: 'closed', until: null, calls: 4 }),
});
