import { defineDeviation } from '../deviation.ts';

/** A report of a clock that is ahead is acknowledged and thrown away. */
export default defineDeviation({
  name: 'throws-away-what-is-ahead',
  violates: ['TRK-042'],
  why: 'an instant that has not come yet is taken for rubbish',
  onReports: (reports) => reports.filter(({ ahead }) => !ahead),
});
