import type { Part } from '../memory.ts';
import { type FrameContent, FrameError, type Json, type Session } from '../protocol.ts';
import { type Header, headerOf, isPart } from './header.ts';
import { BodyReader } from './layout.ts';
import type { BodyContent } from './message.ts';
import { messages } from './messages.ts';

/** Parts of one message, and bytes of those that wait: a thousand locations. @source assumption */
const MOST_PARTS = 64;
const MOST_BYTES = 32_768;

/**
 * Whether a frame is a part of positions, which are read when all parts are there. Others are kept each by itself.
 * @source tracking notes, section 4, header (bit 13); 0x5501 and 0x5502 use these bits otherwise
 */
export const isGathered = (header: Header): boolean =>
  isPart(header) &&
  header.encrypt === 0 &&
  header.packTotal <= MOST_PARTS &&
  header.packIndex >= 1 &&
  header.packIndex <= header.packTotal &&
  header.msgId !== 0x5501 &&
  header.msgId !== 0x5502 &&
  messages.get(header.msgId)?.kind === 'position';

/** Parts of one message count on from the first. @source JT/T 808, sub-packages; assumption: not read in the standard */
const messageKey = ({ msgId, phone, packTotal, packIndex, serial }: Header): string =>
  [msgId, phone, packTotal, (serial - packIndex) & 0xffff].join(' ');

/** The parts that wait on a connection, and this one in its place. */
function withPart(header: Header, body: Buffer, { parts = [] }: Session): Part[] {
  const message = messageKey(header);
  const { packIndex: index, serial } = header;
  const others = parts.filter((part) => part.message === message && part.index !== index);
  return [...others, { message, index, serial, body }];
}

/** All parts of a message, in order; null: some are missing. */
function wholeWith(header: Header, body: Buffer, session: Session): Part[] | null {
  const parts = withPart(header, body, session);
  return parts.length < header.packTotal ? null : parts.sort((one, other) => one.index - other.index);
}

/**
 * Reads the message that a part completes, in `fields.whole`; null: parts are missing, or they make no message. The part
 * itself stays in `fields.bodyHex`, and is written from it.
 */
export function readWhole(header: Header, body: Buffer, session: Session): BodyContent | null {
  const message = messages.get(header.msgId);
  const parts = isGathered(header) && message ? wholeWith(header, body, session) : null;
  if (message === undefined || parts === null) return null;
  const single = { ...header, subpackage: false, packTotal: 0, packIndex: 0 };
  const bytes = Buffer.concat(parts.map((part) => part.body));
  try {
    const content = message.read(new BodyReader(bytes, 0), single, session);
    if (content.unread) return null;
    const whole: Json = content.fields;
    return {
      ...content,
      kind: content.kind ?? message.kind,
      fields: { bodyHex: body.toString('hex'), whole },
    };
  } catch (error) {
    if (error instanceof FrameError) return null;
    throw error;
  }
}

/** What a connection remembers after a frame: the parts of the last message that is not whole, as long as they are few. */
export function partsAfter(content: FrameContent, session: Session): Session {
  if (content.fields['subpackage'] !== true) return session;
  const header = headerOf(content);
  if (!isGathered(header)) return session;
  const body = bodyOf(content);
  const parts = withPart(header, body, session);
  const bytes = parts.reduce((sum, part) => sum + part.body.length, 0);
  const waits = parts.length < header.packTotal && bytes <= MOST_BYTES;
  return { ...session, parts: waits ? parts : [] };
}

const bodyOf = ({ fields }: FrameContent): Buffer => Buffer.from(String(fields['bodyHex']), 'hex');

/** Serials of the parts that are answered with this one: none as long as some are missing. */
export function serialsAnswered(header: Header, content: FrameContent, session: Session): number[] {
  return (wholeWith(header, bodyOf(content), session) ?? []).map(({ serial }) => serial);
}
