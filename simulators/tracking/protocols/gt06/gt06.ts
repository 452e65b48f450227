import { z } from 'zod';
import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { hexBytes, parseFields } from '../bytes/frame-fields.ts';
import { cutBy } from '../bytes/resynchronise.ts';
import type { FrameContent, Protocol, Reception, Session } from '../protocol.ts';
import { alarm, fenceAlarm, longAlarm } from './alarm.ts';
import { command, onlineReply } from './command.ts';
import { writeDate } from './date.ts';
import { framing, LONGEST_FRAME } from './framing.ts';
import { heartbeat } from './heartbeat.ts';
import { login } from './login.ts';
import type { Message } from './message.ts';
import { orBehindDate, orBehindImei, otherModels } from './other-models.ts';
import { envelopeOf, packet, readEnvelope, showEnvelope, writePacket } from './packet.ts';
import { cell4gLocation, location, longLocation } from './position.ts';

/** By protocol number. The others differ by model: their content is kept as bytes. @source Concox GT06 manual, 4.3 */
const messages: ReadonlyMap<number, Message> = new Map([
  ...otherModels,
  [0x01, login],
  [0x12, orBehindImei(location)],
  [0x22, orBehindDate(longLocation)],
  [0xa0, cell4gLocation],
  [0xa4, longAlarm],
  [0x13, heartbeat],
  [0x16, alarm],
  [0x26, alarm],
  [0x27, fenceAlarm],
  [0x80, command],
  [0x15, command],
  [0x21, onlineReply],
]);

const TIME_REQUEST = 0x8a;

/**
 * Login, answers to commands, the question for the time: whatever their layout, they hold no report.
 * @source Concox GT06 manual, 4.3; LL301 protocol
 */
const withoutReport: ReadonlySet<number> = new Set([0x01, 0x15, 0x21, 0x80, TIME_REQUEST]);

/**
 * Not answered: what a server says itself, replies to it, information of the device.
 * @source Concox manual; tracking notes, section 6, vectors of these numbers (none of which a server answered)
 */
const unanswered: ReadonlySet<number> = new Set([
  0x21, 0x34, 0x38, 0x66, 0x80, 0x81, 0x84, 0x8c, 0x94, 0x9b, 0xf3,
]);

/**
 * GT06 (Concox, Jimi): login, location, heartbeat, alarm, commands, in the short and the long form. Dates are in the
 * clock of the device (`session.zoneMinutes`), whole seconds. `fields`: `start`, `protocol`, `serial`, and what the
 * message says beside its report, or `contentHex` of a content that is not in our layouts.
 * A frame is refused with `FrameError`, content that cannot be written with `FieldError`.
 * @source Concox GT06 communication protocol; LL301 protocol for later messages
 */
export const gt06: Protocol = {
  name: 'gt06',
  longestFrame: LONGEST_FRAME,
  zoneMinutes: 0,
  cut: (bytes, offset, _session, scan) => cutBy(framing, bytes, offset, scan),
  read,
  write,
  answer,
};

function read(frame: Buffer, session: Session): FrameContent {
  const envelope = readEnvelope(frame);
  const { protocol, contentAt, contentEnd } = envelope;
  const content = messages.get(protocol)?.read(new ByteReader(frame, contentAt, contentEnd), session) ?? {
    kind: 'other' as const,
    reports: [],
    conditions: [],
    fields: { contentHex: frame.toString('hex', contentAt, contentEnd) },
    // What no reader was found for may be what a device wants to be kept.
    ...(contentEnd > contentAt && !withoutReport.has(protocol) ? { unread: true as const } : {}),
  };
  return { deviceId: session.deviceId, ...content, fields: { ...showEnvelope(envelope), ...content.fields } };
}

const otherFields = z.object({ contentHex: hexBytes });

function write(frame: FrameContent, session: Session): Buffer {
  const message = messages.get(envelopeOf(frame).protocol);
  const writer = new ByteWriter();
  if (message === undefined || 'contentHex' in frame.fields)
    writer.hex(parseFields(otherFields, frame).contentHex);
  else message.write(writer, frame, session);
  return writePacket(frame, writer.bytes);
}

/** The same protocol number and serial, in the short form; a refused frame is not answered. */
function answer(frame: FrameContent, { accepted, now }: Reception): Buffer[] {
  const { protocol, serial } = envelopeOf(frame);
  if (!accepted) return [];
  if (protocol === TIME_REQUEST) return [packet('7878', protocol, timeOf(now), serial)];
  // Without content it is an answer already, or nothing to answer to.
  if (unanswered.has(protocol) || frame.fields['contentHex'] === '') return [];
  return [packet('7878', protocol, Buffer.alloc(0), serial)];
}

/** UTC, six bytes; zeros outside 2000 to 2099. @source LL301 protocol, 0x8A (time check packet) */
const timeOf = (now: number): Buffer =>
  Buffer.from(writeDate(new Date(now).toISOString(), 0) ?? '000000000000', 'hex');
