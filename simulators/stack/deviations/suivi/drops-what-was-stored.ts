import { defineDeviation } from '../deviation.ts';

/** Reports from the memory of a device are acknowledged and thrown away. */
export default defineDeviation({
  name: 'drops-what-was-stored',
  violates: ['TRK-003', 'TRK-037', 'TRK-040'],
  why: 'only what is new is of interest to those who watch a map',
  onReports: (reports) => reports.filter(({ stored }) => !stored),
});
