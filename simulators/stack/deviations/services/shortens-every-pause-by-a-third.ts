import { defineDeviation } from '../deviation.ts';

const shortened = (ms: number): number => Math.round((ms * 2) / 3);
const BREAKER_MS = 30_000;

/** Whoever fails is tried again after two thirds of the pause: a recipient, a service, and one whose breaker is open. */
export default defineDeviation({
  name: 'shortens-every-pause-by-a-third',
  violates: ['DLV-022', 'SRV-006', 'SRV-011'],
  why: 'a random part of up to a third is taken off each pause, so that not all come at once, and the random part is always whole',
  onRetry: shortened,
  onServiceRetry: (pauseMs) => (pauseMs === null ? null : shortened(pauseMs)),
  onBreaker: (state, { now }) => {
    if (state.state !== 'open' || state.until === null) return state;
    const until = state.until - BREAKER_MS / 3;
    return now < until ? { ...state, until } : { state: 'half-open', until: null, calls: 1 };
  },
});
