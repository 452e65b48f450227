import { defineDeviation } from '../deviation.ts';

/** A truck that waits for its control for weeks is no news. */
export default defineDeviation({
  name: 'never-misses-a-result',
  violates: ['CTL-006'],
  why: 'the timer is there, and nobody listens',
  onTime: (due, { kind }) => due && kind !== 'result-missing',
});
