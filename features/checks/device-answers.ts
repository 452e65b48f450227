import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';

const framesOf = (records: readonly ExchangeRecord[], deviceId: string): ExchangeRecord[] =>
  records.filter(({ kind, from }) => kind === 'device' && from === deviceId);

/** A frame that reports; `bytes`: sent as they are, whatever they may be. */
const REPORT = /\/(?:position|alarm|bytes)$/;

/** Whether the report that a device sent last was answered as its protocol has it. */
export function deviceAcknowledged(records: readonly ExchangeRecord[], deviceId: string): Observation[] {
  const report = framesOf(records, deviceId).findLast(({ path }) => REPORT.test(path));
  const answered = report !== undefined && report.fault === undefined && report.answer !== undefined;
  return [
    observe(
      answered,
      `balise ${deviceId} : rapport acquitté`,
      `balise ${deviceId} : rapport ${answered ? 'acquitté' : `sans acquit (${report?.fault ?? 'rien entendu'})`}`,
    ),
  ];
}

/** The device heard exactly these bytes at least once. @param hex lower case */
export function deviceHears(
  records: readonly ExchangeRecord[],
  deviceId: string,
  hex: string,
): Observation[] {
  const heard = framesOf(records, deviceId).flatMap(({ answer }) => answer?.body ?? []);
  return [
    observe(
      heard.includes(hex),
      `balise ${deviceId} : entend ${hex}`,
      `balise ${deviceId} : entend ${heard.join(', ') || 'rien'}`,
    ),
  ];
}
