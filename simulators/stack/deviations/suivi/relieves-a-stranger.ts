import { defineDeviation } from '../deviation.ts';

/** A transfer relieves any device that it names. */
export default defineDeviation({
  name: 'relieves-a-stranger',
  violates: ['TRK-014'],
  why: 'only the device that comes is looked up, not the one that leaves',
  onAssignmentRefused: (findings, payload) =>
    payload.action === 'TRANSFER' ? findings.filter(({ code }) => code !== 'DEVICE_NOT_ATTACHED') : findings,
});
