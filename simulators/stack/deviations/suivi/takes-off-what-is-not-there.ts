import { defineDeviation } from '../deviation.ts';

/** A device may be taken off a truck on which it never was. */
export default defineDeviation({
  name: 'takes-off-what-is-not-there',
  violates: ['TRK-013'],
  why: 'a removal deletes a row, and deleting nothing is no error',
  onAssignmentRefused: (findings, payload) =>
    payload.action === 'DETACH' ? findings.filter(({ code }) => code !== 'DEVICE_NOT_ATTACHED') : findings,
});
