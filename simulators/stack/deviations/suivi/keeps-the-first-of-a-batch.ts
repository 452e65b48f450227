import { defineDeviation } from '../deviation.ts';

/** Of several reports in one frame only the first is kept. */
export default defineDeviation({
  name: 'keeps-the-first-of-a-batch',
  violates: ['TRK-040'],
  why: 'a frame is taken for a position',
  onReports: (reports) => reports.slice(0, 1),
});
