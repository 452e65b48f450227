import { defineDeviation } from '../deviation.ts';

/** Whatever a device says of the time is told, and let through. */
export default defineDeviation({
  name: 'tells-the-future',
  violates: ['TRK-043'],
  why: 'neither platform nor hub compares the clock of a device with its own',
  onReports: (reports) => reports.map((report) => ({ ...report, ahead: false })),
  onFindings: (findings, { messageType }) =>
    messageType === 'AT17' ? findings.filter(({ code }) => code !== 'FUTURE_DATED') : findings,
});
