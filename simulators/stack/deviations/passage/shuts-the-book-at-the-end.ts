import { defineDeviation } from '../deviation.ts';

const ENDED = new Set(['DISCHARGED', 'CLOSED_MANUALLY']);

/** A passage that comes after the end of the movement is refused. */
export default defineDeviation({
  name: 'shuts-the-book-at-the-end',
  violates: ['PAS-023'],
  why: 'ended movements are archived at once',
  onTransition: (to, { movement, on }) =>
    on === 'BorderPassage' && ENDED.has(movement?.state ?? '') ? null : to,
});
