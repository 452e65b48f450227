import { jointechAlerts } from '../../../profile/tracking/alerts/jointech.ts';
import { lockReportOf, positionOf } from '../protocols/jointech/device-frames.ts';
import { jointech } from '../protocols/jointech/jointech.ts';
import type { FrameContent } from '../protocols/protocol.ts';
import type { Device, Dialect, Reading, Settlement } from './dialect.ts';

/**
 * How a JT701D (variant `JT701`: its forerunner) talks. It does not log in. A reading goes out as real-time data, as an
 * alarm when it carries alerts, from memory as blind-area data, whose alarm bits still tell the alerts. An opening that
 * the lock took for rightful is told by a P45 (card), as long as nothing else happened at that moment.
 *
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2): the newest first, then the older ones, as the server sees it;
 * heartbeat when the interval of reports is above 80 s; how long it waits for an answer: assumption
 */
export const jointechDialect: Dialect = {
  protocol: jointech,
  expresses: [...new Set(jointechAlerts.map(({ alert }) => alert))],
  batch: 1,
  resends: 'newest-first',
  heartbeatMs: 80_000,
  answerWithinMs: 20_000,
  greet: () => null,
  report: reportOf,
  heartbeat: ({ id }) => ({
    kind: 'heartbeat',
    deviceId: id,
    reports: [],
    conditions: [],
    fields: { command: '@JT', arguments: [] },
  }),
  expectsAnswer: ({ kind }) => kind !== 'heartbeat',
  settles,
};

function reportOf(device: Device, readings: readonly Reading[], stored: boolean): FrameContent {
  const [reading] = readings;
  if (!reading || readings.length > 1)
    throw new RangeError(`a Jointech frame has one reading, not ${readings.length}`);
  const serial = device.nextSerial() % 256;
  const told = reading.alerts.filter((alert) => jointechDialect.expresses.includes(alert));
  const opened = reading.authorised && told.length === 1 && told[0] === 'SEAL_OPEN';
  if (opened) return lockReportOf(device.id, reading, serial);
  return positionOf(device.id, device.variant === 'JT701' ? '0x17' : '0x19', reading, stored, serial);
}

/** `(P69,0,serial)` takes the frame, `(P69,1,serial)` asks for it again; `(P35)` and `(P46)` take what older locks sent. */
function settles({ fields }: FrameContent, answer: Buffer): Settlement {
  const text = answer.toString('latin1');
  const lockReport = fields['command'] === 'P45';
  if (text === '(P46)') return lockReport ? 'accepted' : 'unrelated';
  if (text === '(P35)') return fields['protocolVersion'] === '0x17' ? 'accepted' : 'unrelated';
  const [, again, serial] = /^\(P69,([01]),([0-9]{1,9})\)$/.exec(text) ?? [];
  if (serial === undefined || Number(serial) !== fields[lockReport ? 'eventSerial' : 'serial'])
    return 'unrelated';
  return again === '1' ? 'again' : 'accepted';
}
