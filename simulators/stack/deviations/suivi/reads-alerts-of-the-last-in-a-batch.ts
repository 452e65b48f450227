import { defineDeviation } from '../deviation.ts';

/** Of the reports of one frame only the last keeps its alerts. */
export default defineDeviation({
  name: 'reads-alerts-of-the-last-in-a-batch',
  violates: ['TRK-051'],
  why: 'the state of a device is read once a frame, after its last report',
  onReports: (reports) =>
    reports.map((report, place) => (place === reports.length - 1 ? report : { ...report, alerts: [] })),
});
