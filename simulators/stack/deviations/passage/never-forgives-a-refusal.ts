import { defineDeviation } from '../deviation.ts';

/** A truck refused once and then let through stays suspended. */
export default defineDeviation({
  name: 'never-forgives-a-refusal',
  violates: ['PAS-007'],
  why: 'a suspension is lifted by hand, at headquarters',
  onTransition: (to, { movement, on }) =>
    on === 'BorderPassage' && movement?.state === 'SUSPENDED' ? 'SUSPENDED' : to,
});
