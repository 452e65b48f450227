import { defineDeviation } from '../deviation.ts';

const DAY_MS = 86_400_000;

/** A device may be silent for a day before it is told. */
export default defineDeviation({
  name: 'waits-a-day-in-silence',
  violates: ['TRK-058'],
  why: 'a nightly job looks for devices that said nothing',
  onSilence: () => DAY_MS,
});
