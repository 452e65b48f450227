import { defineDeviation } from '../deviation.ts';

/** Courses are counted from the east, against the clock. */
export default defineDeviation({
  name: 'turns-east-into-north',
  violates: ['TRK-033'],
  why: 'the course went through an angle of mathematics',
  onReports: (reports) =>
    reports.map((report) => ({
      ...report,
      courseDeg: report.courseDeg === null ? null : (450 - report.courseDeg) % 360,
    })),
});
