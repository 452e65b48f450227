import { defineDeviation } from '../deviation.ts';

/** An office off the road attaches and takes off devices. */
export default defineDeviation({
  name: 'lets-any-office-attach',
  violates: ['TRK-017'],
  why: 'only the country of an office is compared with the itinerary',
  onRefusal: (findings, { name }) =>
    name === 'DeviceAssignment' ? findings.filter(({ code }) => code !== 'OFF_ROUTE') : findings,
});
