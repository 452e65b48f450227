import type { BreakerState } from '../../services/breaker.ts';
import { defineDeviation } from '../deviation.ts';

/** What the breaker of each service was last. */
const states = new Map<string, BreakerState>();

/** One service is down, and none is asked. */
export default defineDeviation({
  name: 'one-breaker-for-all',
  violates: ['SRV-013'],
  why: 'the breaker stands before the client, and there is one client',
  onBreaker: (state, { service, now }) => {
    states.set(service, state);
    return [...states.values()].find(({ until }) => until !== null && now < until) ?? state;
  },
});
