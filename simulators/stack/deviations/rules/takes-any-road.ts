import { defineDeviation } from '../deviation.ts';

/** An itinerary that nobody has agreed is taken like any other. */
export default defineDeviation({
  name: 'takes-any-road',
  violates: ['ITI-020'],
  why: 'offices are checked one by one, and each of them exists',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'UNKNOWN_ITINERARY'),
});
