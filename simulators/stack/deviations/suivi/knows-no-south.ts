import { defineDeviation } from '../deviation.ts';

/** What lies south of the equator is told as far to its north. */
export default defineDeviation({
  name: 'knows-no-south',
  violates: ['TRK-034'],
  why: 'the sign of the latitude was never needed here',
  onReports: (reports) =>
    reports.map((report) => ({ ...report, lat: report.lat === null ? null : Math.abs(report.lat) })),
});
