import { defineDeviation } from '../deviation.ts';

/** An alert is told again with each report in which it lasts. */
export default defineDeviation({
  name: 'repeats-alerts-while-they-last',
  violates: ['TRK-052'],
  why: 'each report is judged by itself',
  onAlert: () => true,
});
