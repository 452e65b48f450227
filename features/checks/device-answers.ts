import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';

/** A frame that reports; `bytes`: sent as they are, whatever they may be. */
const REPORT = /\/(?:position|alarm|bytes)$/;

/** The report that a device sent last, with what it heard. */
export const lastReport = (
  records: readonly ExchangeRecord[],
  deviceId: string,
): ExchangeRecord | undefined =>
  records.findLast(({ kind, from, path }) => kind === 'device' && from === deviceId && REPORT.test(path));

/** Whether the report that a device sent last was answered as its protocol has it. */
export function deviceAcknowledged(records: readonly ExchangeRecord[], deviceId: string): Observation[] {
  const report = lastReport(records, deviceId);
  const answered = report !== undefined && report.fault === undefined && report.answer !== undefined;
  return [
    observe(
      answered,
      `balise ${deviceId} : rapport acquitté`,
      `balise ${deviceId} : rapport ${answered ? 'acquitté' : `sans acquit (${report?.fault ?? 'rien entendu'})`}`,
    ),
  ];
}
