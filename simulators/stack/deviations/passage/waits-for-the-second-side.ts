import { defineDeviation } from '../deviation.ts';

/** The first passage recorded leaves the movement released. */
export default defineDeviation({
  name: 'waits-for-the-second-side',
  violates: ['PAS-001'],
  why: 'a border is passed when both sides have stamped',
  onTransition: (to, { movement, on }) =>
    on === 'BorderPassage' && to === 'IN_TRANSIT' && !movement?.events.some(({ direction }) => direction)
      ? (movement?.state ?? to)
      : to,
});
