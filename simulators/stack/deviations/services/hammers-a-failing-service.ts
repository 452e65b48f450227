import { defineDeviation } from '../deviation.ts';

/** A service that fails is asked again ten times a second. */
export default defineDeviation({
  name: 'hammers-a-failing-service',
  violates: ['SRV-006'],
  why: 'a loop around the call, and a short sleep',
  onServiceRetry: () => 100,
});
