import { defineDeviation } from '../deviation.ts';

/** A truck may carry any number of devices. */
export default defineDeviation({
  name: 'hangs-two-devices-on-a-truck',
  violates: ['TRK-012'],
  why: 'assignments are a list, and nobody looks at what is in it',
  onAssignmentRefused: (findings) => findings.filter(({ code }) => code !== 'DEVICE_ALREADY_ATTACHED'),
});
