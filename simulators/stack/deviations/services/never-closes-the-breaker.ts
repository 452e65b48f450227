import { defineDeviation } from '../deviation.ts';

/** Services whose breaker has opened. */
const opened = new Set<string>();

/** A service that failed once too often is never asked again. */
export default defineDeviation({
  name: 'never-closes-the-breaker',
  violates: ['SRV-012'],
  why: 'the breaker is closed by hand, and nobody is told to',
  onBreaker: (state, { service }) => {
    if (state.state === 'open') opened.add(service);
    return opened.has(service) ? { state: 'open', until: Number.MAX_SAFE_INTEGER, calls: 0 } : state;
  },
});
