import { defineDeviation } from '../deviation.ts';

/** A movement asked for by anything but its transit reference is not found. */
export default defineDeviation({
  name: 'finds-by-transit-reference-alone',
  violates: ['QRY-005'],
  why: 'there is one index',
  onQuery: (answer, { by }) =>
    by && !('transitReference' in by) ? { outcome: 'REJECTED', rejection: 'UNKNOWN' } : answer,
});
