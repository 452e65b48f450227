import { defineDeviation } from '../deviation.ts';

/** When an announced absence is over, nothing of what waited is delivered. */
export default defineDeviation({
  name: 'forgets-to-come-back',
  violates: ['REF-006'],
  why: 'the end of an absence is announced by a message, and none comes',
  onUnavailable: (until) => (until === null ? null : Number.POSITIVE_INFINITY),
});
