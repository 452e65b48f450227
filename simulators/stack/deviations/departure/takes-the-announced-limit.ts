import { defineDeviation } from '../deviation.ts';

/** The time limit is the one that the notice announced, not the one fixed at release. */
export default defineDeviation({
  name: 'takes-the-announced-limit',
  violates: ['DEP-003'],
  why: 'the limit is stored once, from the first message that has one',
  onLedger: (movement, received) =>
    received?.name === 'DepartureRelease' && movement.notice.plannedLimitDate
      ? { ...movement, limitDate: movement.notice.plannedLimitDate }
      : movement,
});
