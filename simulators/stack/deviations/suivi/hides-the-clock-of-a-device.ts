import { defineDeviation } from '../deviation.ts';

/** Nobody is told that the clock of a device is ahead. */
export default defineDeviation({
  name: 'hides-the-clock-of-a-device',
  violates: ['TRK-042'],
  why: 'the skew is a line in a log of the platform',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'clock-skew'),
});
