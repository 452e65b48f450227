import { defineDeviation } from '../deviation.ts';

/** A device on the road is put on a second truck. */
export default defineDeviation({
  name: 'lends-a-device-twice',
  violates: ['TRK-011'],
  why: 'the register of devices knows serial numbers, not where they are',
  onAssignmentRefused: (findings) => findings.filter(({ code }) => code !== 'DEVICE_IN_USE'),
});
