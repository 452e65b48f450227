import type { FrameContent, Reception, Session } from '../protocol.ts';
import { close } from './frame.ts';
import { given } from './given.ts';
import { deviceOf, type Header, headerOf, isPart, writeHeader } from './header.ts';
import { uintBytes, writeElements } from './layout.ts';
import { messages, serverTime } from './messages.ts';
import { isGathered, serialsAnswered } from './parts.ts';
import { codeFor, registrationBody } from './register.ts';

/** Results of 0x8001. @source tracking notes, section 4, server general reply */
const OK = 0;
const FAILED = 1;
const UNSUPPORTED = 3;
/** Result of 0x8100: there is no such terminal. @source tracking notes, section 4, handshake */
const NO_TERMINAL = 4;

/** Answers get none, of a device or of a server. @source tracking notes, section 4; section 6, vector jt808-135 (0x1300) */
const unanswered = new Set([0x0001, 0x0104, 0x0107, 0x0201, 0x0500, 0x1300, 0x4401]);

/**
 * What a server answers: 0x8100 to a registration (with the code to log in with), 0x8109 to the question for the time,
 * 0x4401 to a Jointech lock that asks for it, else 0x8001 with serial and id. What holds positions that were not read
 * (encrypted, sub-packaged) gets result 3, not supported: the device keeps them. So does what is refused because nobody
 * read it. Parts of positions are answered, each by its serial, when the last of them is there: before, nothing is kept.
 * @source tracking notes, section 4, handshake and server general reply
 */
export function answerBinary(content: FrameContent, reception: Reception, session: Session): Buffer[] {
  const asked = headerOf(content);
  if (asked.msgId >= 0x8000 || unanswered.has(asked.msgId)) return [];
  const unread = content.unread === true;
  const result = unread ? UNSUPPORTED : reception.accepted ? OK : FAILED;
  const answers = isGathered(asked)
    ? serialsAnswered(asked, content, session).map((serial) => general({ ...asked, serial }, result))
    : [answerTo(asked, reception, unread) ?? []].flat();
  return answers.map(({ msgId, body }) =>
    close(writeHeader(replyHeader(asked, msgId, reception.serial), body)),
  );
}

interface Answer {
  readonly msgId: number;
  readonly body: Buffer;
}

function answerTo(asked: Header, { accepted, now }: Reception, unread: boolean): Answer | null {
  const result = accepted ? OK : FAILED;
  if (asked.msgId === 0x5501 || asked.msgId === 0x5502)
    return asked.bit15 ? lockAnswer(asked.msgId, result) : null;
  const refused = !accepted || (isClosed(asked) && bears(asked));
  if (unread && refused) return general(asked, UNSUPPORTED);
  if (asked.msgId === 0x0109) return { msgId: 0x8109, body: timeBody(now) };
  if (asked.msgId !== 0x0100) return general(asked, result);
  const code = accepted ? codeFor(asked, deviceOf(asked)) : '';
  return { msgId: 0x8100, body: registrationBody(asked.serial, accepted ? OK : NO_TERMINAL, code) };
}

const general = ({ serial, msgId }: Header, result: number): Answer => ({
  msgId: 0x8001,
  body: Buffer.concat([uintBytes(serial, 2), uintBytes(msgId, 2), uintBytes(result, 1)]),
});

const lockAnswer = (msgId: number, result: number): Answer => ({
  msgId: 0x4401,
  body: Buffer.concat([uintBytes(msgId, 2), uintBytes(result, 1)]),
});

/** The body was not read. */
const isClosed = (header: Header): boolean => header.encrypt !== 0 || isPart(header);

/** Encrypted, it may hold anything. */
const bears = ({ msgId, encrypt }: Header): boolean =>
  encrypt !== 0 || messages.get(msgId)?.kind === 'position' || msgId === 0x0100;

/** The counter of a server is free; that of 0x4401 is always 1, as the reference server has it. */
const replyHeader = (asked: Header, msgId: number, serial: number): Header => ({
  ...asked,
  msgId,
  encrypt: 0,
  subpackage: false,
  bit15: false,
  serial: msgId === 0x4401 ? 1 : serial & 0xffff,
  packTotal: 0,
  packIndex: 0,
});

function timeBody(now: number): Buffer {
  const time = new Date(now);
  const fields = {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    day: time.getUTCDate(),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
  };
  return writeElements(given(fields, '/now'), serverTime);
}
