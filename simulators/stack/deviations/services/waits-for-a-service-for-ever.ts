import { defineDeviation } from '../deviation.ts';

/** A service that takes its time is waited for, however long. */
export default defineDeviation({
  name: 'waits-for-a-service-for-ever',
  violates: ['SRV-005'],
  why: 'the client library has no time limit unless somebody sets one',
  onServiceCall: (call) => ({ ...call, waitMs: 365 * 86_400_000 }),
});
