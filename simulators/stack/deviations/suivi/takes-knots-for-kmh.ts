import { defineDeviation } from '../deviation.ts';

/** Kilometres per hour in a knot. */
const KMH_PER_KNOT = 1.852;

/** Speeds are told in knots. */
export default defineDeviation({
  name: 'takes-knots-for-kmh',
  violates: ['TRK-033'],
  why: 'the decoder keeps speeds in knots, and nobody turned them back',
  onReports: (reports) =>
    reports.map((report) => ({
      ...report,
      speedKmh: report.speedKmh === null ? null : Math.round((report.speedKmh / KMH_PER_KNOT) * 10) / 10,
    })),
});
