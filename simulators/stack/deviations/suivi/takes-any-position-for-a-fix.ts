import { defineDeviation } from '../deviation.ts';

/** The last position known is told as one of this moment. */
export default defineDeviation({
  name: 'takes-any-position-for-a-fix',
  violates: ['TRK-044'],
  why: 'the bit that says whether there is a fix is not read',
  onReports: (reports) => reports.map((report) => ({ ...report, fixed: report.lat !== null })),
});
