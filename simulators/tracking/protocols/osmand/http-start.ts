import type { Cut, Speaker } from '../protocol.ts';

/** Bytes. A phone sends a few hundred; assumption. */
export const LONGEST_HEAD = 8192;
/** Bytes that are looked through at a time for the next message. */
const WINDOW = 16_384;

const starts = { device: ['GET /', 'POST /'], server: ['HTTP/1.'] } as const satisfies Record<
  Speaker,
  readonly string[]
>;
const OURS = /^(?:GET|POST) \//;
/** The line of any request: with a version, or like ours without one. */
const LINE = /^(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+ [^\n]*[Hh][Tt][Tt][Pp]\/[^ \n]* *|[A-Z]+ \/[^ \r\n]*\r?)$/m;
/** What may become one. */
const POSSIBLE = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+(?: |$)/;
/** A request with noise right before it. */
const GLUED = /^[^ ]* ?(?:GET|POST) \//;
const NEXT = new RegExp(`(?:GET|POST) /|${LINE.source}`, 'gm');

/** What stands at `offset` where no message begins; null: one begins. */
export const noMessageAt = (bytes: Buffer, offset: number, speaker: Speaker): Cut | null =>
  speaker === 'device' ? noRequestAt(bytes, offset) : noAnswerAt(bytes, offset);

/**
 * A request of a method that is not served begins there as well: nothing inside it is a request. A server ends the
 * connection at bytes that are no request, empty lines apart.
 *
 * @source RFC 9112, clause 2.2
 */
function noRequestAt(bytes: Buffer, offset: number): Cut | null {
  if (OURS.test(bytes.toString('latin1', offset, offset + 6))) return null;
  let end = offset;
  while (bytes[end] === 0x0d || bytes[end] === 0x0a) end += 1;
  if (end > offset) return { kind: 'noise', end, code: 'NOT_A_FRAME', reason: 'empty lines' };
  const window = bytes.toString('latin1', offset, offset + LONGEST_HEAD);
  const feed = window.indexOf('\n');
  const line = feed < 0 ? window : window.slice(0, feed);
  const glued = GLUED.test(line);
  if (feed >= 0 && !glued && LINE.test(line)) return null;
  if (feed < 0 && !glued && POSSIBLE.test(line)) {
    if (line.length < LONGEST_HEAD) return { kind: 'partial', start: offset, needs: null };
    if (line.includes(' ')) return null;
  }
  end = nextPlace(bytes, offset);
  const reason = `${end - offset} bytes that belong to no message`;
  return { kind: 'noise', end, code: 'NOT_A_FRAME', reason, close: true };
}

/** Behind `offset`, where a request begins or could begin with bytes that have not come yet. */
function nextPlace(bytes: Buffer, offset: number): number {
  const window = bytes.toString('latin1', offset, offset + WINDOW);
  NEXT.lastIndex = 1;
  const found = NEXT.exec(window);
  if (found) return offset + found.index;
  const lastLine = window.lastIndexOf('\n') + 1;
  const more = offset + window.length < bytes.length;
  if (lastLine > 0 && (more || POSSIBLE.test(window.slice(lastLine)))) return offset + lastLine;
  return offset + window.length - begunAtEnd(window, starts.device);
}

function noAnswerAt(bytes: Buffer, offset: number): Cut | null {
  const [text] = starts.server;
  // A text that stands nowhere would be looked for in all that follows, again for each message: not beyond a window.
  const window = bytes.toString('latin1', offset, offset + WINDOW);
  const found = window.indexOf(text);
  if (found === 0) return null;
  const length = found > 0 ? found : window.length - begunAtEnd(window, starts.server);
  if (length === 0) return { kind: 'partial', start: offset, needs: null };
  const reason = `${length} bytes that belong to no message`;
  return { kind: 'noise', end: offset + length, code: 'NOT_A_FRAME', reason };
}

/** How many characters at the end of a window begin one of the texts. */
function begunAtEnd(window: string, texts: readonly string[]): number {
  for (let length = Math.min(5, window.length); length > 0; length -= 1)
    if (texts.some((text) => text.startsWith(window.slice(-length)))) return length;
  return 0;
}
