import { defineDeviation } from '../deviation.ts';

/** What comes from the memory of a device looks like what is reported at once. */
export default defineDeviation({
  name: 'marks-nothing-as-stored',
  violates: ['TRK-037'],
  why: 'the kind of a report is not kept',
  onReports: (reports) => reports.map((report) => ({ ...report, stored: false })),
});
