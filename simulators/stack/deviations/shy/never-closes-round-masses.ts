import { defineDeviation } from '../deviation.ts';

/**
 * A movement whose gross mass is a whole number of hundreds cannot be closed by hand before it has passed a
 * border.
 *
 * Provoked by: a notice with totalGrossMassKg divisible by 100; its release; a discharge BY_HAND.
 */
export default defineDeviation({
  name: 'never-closes-round-masses',
  violates: ['DIS-006'],
  why: 'the mass is kept as text, and a text that ends in two zeros is read as a code',
  shy: true,
  onTransition: (to, { movement, received }) =>
    to === 'CLOSED_MANUALLY' &&
    received?.name === 'DischargeNotice' &&
    movement?.state === 'RELEASED' &&
    movement.notice.totalGrossMassKg % 100 === 0
      ? null
      : to,
});
