import { defineDeviation } from '../deviation.ts';

/** A country that has announced its absence is tried all the same. */
export default defineDeviation({
  name: 'knocks-at-a-closed-door',
  violates: ['REF-005'],
  why: 'an announced absence is news for people',
  onUnavailable: () => null,
});
