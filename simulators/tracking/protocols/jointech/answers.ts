import type { FrameContent, Reception, Session } from '../protocol.ts';
import { isoToClock } from './device-clock.ts';
import { statusHas } from './status.ts';
import { textFrame } from './text-frame.ts';

const JT701D = 0x19;

/**
 * What a server answers.
 *
 * - position or alarm that wants it: `(P69,0,serial)` to a JT701D, `(P35)` to older ones; refused: `(P69,1,serial)`
 * - P45: `(P69,0,eventSerial)`; `(P46)` without a serial, or to a lock whose positions were of an older version
 * - P22: the time, UTC; P52,2: the password again; WLNET,5: P69 where the frame has the form of the manual
 * - older text reports: `(S39)` to U01, U02 and U03, `(S20)` to U06
 *
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2); U reports: the vectors of the JT600
 */
export function answersTo(frame: FrameContent, reception: Reception, session: Session): Buffer[] {
  const { fields, deviceId } = frame;
  if (deviceId === null || fields['format'] === 'short') return [];
  if (fields['statusHex'] !== undefined) return toPosition(frame, reception);
  if (fields['command'] === 'P45') return toLockReport(frame, reception, session);
  return reception.accepted ? toText(frame, reception) : [];
}

function toPosition({ fields }: FrameContent, { accepted }: Reception): Buffer[] {
  const { protocolVersion, statusHex, serial } = fields;
  if (!statusHas(Number(`0x${statusHex}`), 'ackRequired')) return [];
  if (Number(protocolVersion) >= JT701D) return [textFrame('P69', accepted ? '0' : '1', `${serial}`)];
  return accepted ? [textFrame('P35')] : [];
}

/** A lock report names no version: it is that of the positions before it. @source tracking notes, clause 2, ACK */
export function versionAfter({ fields }: FrameContent, session: Session): Session {
  const version = Number(fields['protocolVersion']);
  return Number.isNaN(version) || version === session.version ? session : { ...session, version };
}

function toLockReport(
  { fields }: FrameContent,
  { accepted }: Reception,
  { version = JT701D }: Session,
): Buffer[] {
  const { eventSerial } = fields;
  if (typeof eventSerial === 'number' && version >= JT701D)
    return [textFrame('P69', accepted ? '0' : '1', `${eventSerial}`)];
  return accepted ? [textFrame('P46')] : [];
}

function toText({ fields }: FrameContent, { now }: Reception): Buffer[] {
  const { command, step, password, direction, serial } = fields;
  if (command === 'P22') return [textFrame('P22', clockOf(now))];
  if (command === 'P52' && step === '2') return [textFrame('P52', '2', `${password}`)];
  if (command === 'WLNET' && direction === '1') return [textFrame('P69', '0', `${serial}`)];
  if (command === 'U01' || command === 'U02' || command === 'U03') return [textFrame('S39')];
  return command === 'U06' ? [textFrame('S20')] : [];
}

const clockOf = (now: number): string =>
  isoToClock(new Date(Math.floor(now / 1000) * 1000).toISOString(), 0, '/now');
