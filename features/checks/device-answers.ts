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

/**
 * The answer by which each protocol takes a report, hexadecimal; before it may stand what answers another frame. Whatever
 * else is heard takes nothing.
 * @source tracking notes, sections 2 to 5; JT/T 808, 8001; result 4 confirms an alarm
 */
const TAKES: Readonly<Record<string, RegExp>> = {
  // (P69,0,serial), (P35), (P46); (P69,1,serial) asks for it again.
  jointech: /2850(?:36392c302c(?:3[0-9])+|3335|3436)29$/,
  // The number of records; of a datagram behind its ids.
  teltonika: /^(?:(?!0{8})[0-9a-f]{8}|0005[0-9a-f]{4}01[0-9a-f]{2}(?!00)[0-9a-f]{2})$/,
  // Result, check byte.
  jt808: /7e8001(?:..)+0[04](?:7d0[12]|..)7e$/,
  gt06: /(?:7878|7979)(?:..)+0d0a$/,
  // HTTP/1.1 200
  osmand: /^485454502f312e3[01]20323030/,
  // PUBACK, of which nothing is recorded.
  mqtt: /^$/,
};

/** Whether the report that a device sent last was answered as its protocol takes one. */
export function deviceAcknowledged(records: readonly ExchangeRecord[], deviceId: string): Observation[] {
  const report = lastReport(records, deviceId);
  const heard = report?.answer?.body;
  const taken = heard !== undefined && TAKES[report?.method ?? '']?.test(heard) === true;
  const answered = taken && report?.fault === undefined;
  const why = report?.fault ?? (heard === undefined ? 'rien entendu' : `entendu : ${heard || 'rien'}`);
  return [
    observe(
      answered,
      `balise ${deviceId} : rapport acquitté`,
      `balise ${deviceId} : rapport ${answered ? 'acquitté' : `sans acquit (${why})`}`,
    ),
  ];
}
