import { defineDeviation } from '../deviation.ts';

/** Differences that were resolved leave the movement in dispute. */
export default defineDeviation({
  name: 'never-settles-a-dispute',
  violates: ['DIS-003'],
  why: 'only a conform result ends a movement',
  onTransition: (to, { movement, on }) =>
    on === 'DischargeNotice' && movement?.state === 'DISCREPANCY' && to === 'DISCHARGED' ? 'DISCREPANCY' : to,
});
