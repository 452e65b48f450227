import type { KeptReport } from '../../tracking/kept-report.ts';
import { defineDeviation } from '../deviation.ts';

/** How often each device said the same of the same instant. */
const said = new Map<string, number>();

/** A part of a millisecond more for each repetition: told alike, and another report to the books. */
function asNew(report: KeptReport, device: string): KeptReport {
  const key = `${device} ${report.recordedAt}`;
  const times = said.get(key) ?? 0;
  said.set(key, times + 1);
  return { ...report, recordedAt: report.recordedAt + times / 1000 };
}

/** A report that a device repeats is kept and told again. */
export default defineDeviation({
  name: 'tells-each-repetition',
  violates: ['TRK-038'],
  why: 'each frame that comes is a report',
  onReports: (reports, { deviceId }) => reports.map((report) => asNew(report, deviceId)),
  onPosition: (due, { recordedAt }) => due || !Number.isInteger(recordedAt),
});
