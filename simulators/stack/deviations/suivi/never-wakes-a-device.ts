import { defineDeviation } from '../deviation.ts';

/** A device that reports stays attached, as if nothing had been heard of it. */
export default defineDeviation({
  name: 'never-wakes-a-device',
  violates: ['TRK-020'],
  why: 'the state is set by offices, not by reports',
  onDeviceState: (state) => (state === 'ACTIVE' ? 'ATTACHED' : state),
});
