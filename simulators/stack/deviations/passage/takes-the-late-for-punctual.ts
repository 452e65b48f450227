import { defineDeviation } from '../deviation.ts';

/** A passage after the time limit puts the delay out of sight. */
export default defineDeviation({
  name: 'takes-the-late-for-punctual',
  violates: ['PAS-015'],
  why: 'a passage always means in transit',
  onTransition: (to, { movement, on }) =>
    on === 'BorderPassage' && movement?.state === 'OVERDUE' ? 'IN_TRANSIT' : to,
});
