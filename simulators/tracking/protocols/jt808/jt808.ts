import { FieldError, type FrameContent, FrameError, type Protocol, type Session } from '../protocol.ts';
import { answerBinary } from './answers.ts';
import { answerAscii, isAscii, isAsciiContent, readAscii, writeAscii } from './ascii.ts';
import { cut } from './cut.ts';
import { close, longestFrame, open } from './frame.ts';
import { given } from './given.ts';
import { deviceOf, type Header, headerFields, headerOf, isPart, readHeader, writeHeader } from './header.ts';
import { BodyReader } from './layout.ts';
import type { BodyContent, Message } from './message.ts';
import { messages } from './messages.ts';
import { partsAfter, readWhole } from './parts.ts';

/**
 * JT/T 808 of 2011, 2013 and 2019 over TCP, with the lines in brackets that some vendors send between.
 *
 * `fields` holds the header (`msgId`, `serial`, `version2019` ...) and what the body says; lengths, escapes and check
 * byte are made anew. What a report says is written from the report; conditions are read from alarm flag, extras and
 * batch type and are written from these. A body that is encrypted (no key), a part of several (each is a frame by
 * itself), or of a message that is not known, is kept in `fields.bodyHex`. The part that completes a message of positions
 * gives their reports as well, with the rest of the message in `fields.whole`.
 * @source tracking notes, section 4; zone: clock of GMT+8 by the standard
 */
export const jt808: Protocol = {
  name: 'jt808',
  longestFrame,
  zoneMinutes: 480,
  cut: (bytes, offset) => cut(bytes, offset),
  read: (frame, session) => (isAscii(frame) ? readAscii(frame) : readBinary(frame, session)),
  learn: partsAfter,
  write: (content, session) =>
    isAsciiContent(content) ? writeAscii(content) : writeBinary(content, session),
  answer: (content, reception, session) =>
    isAsciiContent(content) ? answerAscii(content, reception) : answerBinary(content, reception, session),
};

function readBinary(frame: Buffer, session: Session): FrameContent {
  const { plain, wireOffset } = open(frame);
  try {
    const { header, body } = readHeader(plain);
    const reader = new BodyReader(body, plain.length - body.length);
    const message = messageOf(header);
    const whole = readWhole(header, body, session);
    const read = whole ?? readBody(message, reader, header, session);
    const { kind, fields, locations, condition, unread } = read;
    return {
      kind: kind ?? message.kind,
      deviceId: deviceOf(header),
      reports: locations?.map(({ report }) => report) ?? [],
      conditions: locations?.map((located) => located.condition) ?? (condition ? [condition] : []),
      fields: { ...headerFields(header), ...fields },
      ...(unread || (message === unknown && whole === null) ? { unread: true } : {}),
    };
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    throw new FrameError(error.code, wireOffset(error.offset), error.message);
  }
}

/** A body that has not the layout of its message is kept as it is, unless positions would be lost unseen. */
function readBody(message: Message, reader: BodyReader, header: Header, session: Session): BodyContent {
  const whole = reader.copy();
  try {
    return message.read(reader, header, session);
  } catch (error) {
    if (!(error instanceof FrameError) || message.kind === 'position') throw error;
    return other.read(whole, header, session);
  }
}

function writeBinary(content: FrameContent, session: Session): Buffer {
  const header = headerOf(content);
  const fields = given(content.fields, '/fields');
  const message = messageOf(header);
  const kept = fields.has('bodyHex') && message.kind !== 'position';
  const body = (kept ? other : message).write(fields, content, header, session);
  const elsewhere = fields.has('location') || (isPart(header) && fields.has('whole'));
  if (message.kind !== 'position' && !elsewhere && content.reports.length > 0)
    throw new FieldError('/reports', 'has no place in this message');
  return close(writeHeader(header, body));
}

const unreadBody = (kind: Message['kind']): Message => ({
  kind,
  read: (reader) => ({ fields: { bodyHex: reader.rest().toString('hex') } }),
  write: (fields) => fields.bytes('bodyHex'),
});

const other = unreadBody('other');
const command = unreadBody('command');
/** Encrypted, a part, or a message that no table names: it may hold anything. */
const unknown = unreadBody('other');

/** Bits 10 to 12 are no encryption in 0x5501 and 0x5502. @source assumption (vectors jt808-099 and jt808-133) */
function messageOf(header: Header): Message {
  const { msgId, encrypt } = header;
  const readable = !isPart(header) && (encrypt === 0 || msgId === 0x5501 || msgId === 0x5502);
  if (!readable) return unknown;
  return messages.get(msgId) ?? (msgId >= 0x8000 ? command : unknown);
}
