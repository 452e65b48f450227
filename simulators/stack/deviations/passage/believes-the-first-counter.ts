import { defineDeviation } from '../deviation.ts';

/** Once one side has recorded its passage, the refusal of the other side changes nothing. */
export default defineDeviation({
  name: 'believes-the-first-counter',
  violates: ['PAS-006', 'PAS-024'],
  why: 'one border, one line in the book, and the first wins',
  onTransition: (to, { movement, on }) => {
    const passed = movement?.events.some(({ outcome }) => outcome === 'PASSED') ?? false;
    return on === 'BorderPassage' && to === 'SUSPENDED' && passed ? 'IN_TRANSIT' : to;
  },
});
