import { defineDeviation } from '../deviation.ts';

/** A passage at an office off the itinerary is filed. */
export default defineDeviation({
  name: 'takes-any-office',
  violates: ['ERR-014'],
  why: 'the office is looked up in the reference data only',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'OFF_ROUTE'),
});
