import { defineDeviation } from '../deviation.ts';

const failing = new Set<string>();

/** While one country fails, nothing goes to the others. */
export default defineDeviation({
  name: 'one-failure-stops-all',
  violates: ['DLV-015'],
  why: 'one circuit breaker for all outgoing calls',
  onDelivered: (outcome, { recipient }) => {
    if (outcome === 'again') failing.add(recipient);
    else failing.delete(recipient);
    return outcome;
  },
  onDelivery: (request) => {
    if (failing.size > 0 && !failing.has(request.recipient)) throw new Error('circuit open');
    return request;
  },
});
