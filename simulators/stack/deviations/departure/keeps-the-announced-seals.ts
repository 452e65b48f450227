import { defineDeviation } from '../deviation.ts';

/** The seals of the movement are those announced, not those of the release. */
export default defineDeviation({
  name: 'keeps-the-announced-seals',
  violates: ['DEP-004'],
  why: 'seals are stored once, from the first message that has them',
  onLedger: (movement, received) =>
    received?.name === 'DepartureRelease'
      ? { ...movement, seals: movement.notice.seals.map(({ number }) => number) }
      : movement,
});
