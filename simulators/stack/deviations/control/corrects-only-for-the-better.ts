import { defineDeviation } from '../deviation.ts';

/**
 * A conform result that is corrected to differences stays conform.
 *
 * Provoked by: notice, release, arrival, a result A1, a result B1.
 */
export default defineDeviation({
  name: 'corrects-only-for-the-better',
  violates: ['CTL-004'],
  why: 'a conform result sets the declarant free, and that is not taken back',
  onTransition: (to, { movement, on }) =>
    on === 'ControlResult' && movement?.state === 'CONTROLLED' && to === 'DISCREPANCY' ? 'CONTROLLED' : to,
});
