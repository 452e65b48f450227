import { defineDeviation } from '../deviation.ts';

/** Whoever sits at the table may tell where a truck is, and a platform may do the work of a country. */
export default defineDeviation({
  name: 'lets-anybody-track',
  violates: ['TRK-025'],
  why: 'seats have addresses, not parts',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R38'),
});
