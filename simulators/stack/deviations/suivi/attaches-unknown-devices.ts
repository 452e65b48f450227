import { defineDeviation } from '../deviation.ts';

/** A device that its platform never heard of is attached. */
export default defineDeviation({
  name: 'attaches-unknown-devices',
  violates: ['TRK-018'],
  why: 'the number is typed by the officer and believed',
  onAssignmentRefused: (findings) => findings.filter(({ code }) => code !== 'UNKNOWN_DEVICE'),
});
