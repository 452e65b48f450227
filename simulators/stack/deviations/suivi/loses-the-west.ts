import { defineDeviation } from '../deviation.ts';

/** What lies west of Greenwich is told as far to its east. */
export default defineDeviation({
  name: 'loses-the-west',
  violates: ['TRK-034'],
  why: 'the bit of the hemisphere is not read: in Lomé nobody notices',
  onReports: (reports) =>
    reports.map((report) => ({ ...report, lon: report.lon === null ? null : Math.abs(report.lon) })),
});
