import { defineDeviation } from '../deviation.ts';

/** A movement that was closed by hand is controlled and discharged as if it were open. */
export default defineDeviation({
  name: 'reopens-what-was-closed-by-hand',
  violates: ['DIS-022'],
  why: 'closing by hand is a mark for statistics',
  onTransition: (to, { movement, on }) => {
    if (movement?.state !== 'CLOSED_MANUALLY') return to;
    if (on === 'ControlResult') return 'CONTROLLED';
    return on === 'DischargeNotice' ? 'DISCHARGED' : to;
  },
});
