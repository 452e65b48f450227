import { defineDeviation } from '../deviation.ts';

const QUARTER_MS = 15 * 60_000;

/** One missed position, and the device is silent. */
export default defineDeviation({
  name: 'calls-a-parked-truck-silent',
  violates: ['TRK-058'],
  why: 'the cadence of a moving truck is taken for all, once',
  onSilence: () => QUARTER_MS,
});
