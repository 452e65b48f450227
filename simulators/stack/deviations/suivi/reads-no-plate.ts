import { defineDeviation } from '../deviation.ts';

/** A device is attached to whatever truck the officer names. */
export default defineDeviation({
  name: 'reads-no-plate',
  violates: ['TRK-016'],
  why: 'the plate of an assignment is printed, never compared',
  onRefusal: (findings, { name }) =>
    name === 'DeviceAssignment' ? findings.filter(({ code }) => code !== 'VEHICLE_DIFFERS') : findings,
});
