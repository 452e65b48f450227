import { jsonEnd } from '../json-end.ts';
import type { Cut, Speaker } from '../protocol.ts';
import { headEnd, headOf } from './http-head.ts';

/** Bytes. A phone sends a few hundred; assumption. */
export const LONGEST_HEAD = 8192;
export const LONGEST_BODY = 16_384;

const starts = { device: ['GET /', 'POST /'], server: ['HTTP/1.'] } as const satisfies Record<
  Speaker,
  readonly string[]
>;

/**
 * Finds the next HTTP message at or after `offset`: requests of a device, answers of a server. A GET without version is
 * one line (HTTP/0.9); where its line end is missing too, the end of the input ends it.
 *
 * @source RFC 9112, clauses 2 and 6; OsmAnd vectors (no version, bare line feeds, JSON without Content-Length)
 */
export function cutMessage(bytes: Buffer, offset: number, speaker: Speaker): Cut {
  const start = nextStart(bytes, offset, starts[speaker]);
  const reason = `${start - offset} bytes that belong to no message`;
  if (start > offset) return { kind: 'noise', end: start, code: 'NOT_A_FRAME', reason };
  if (!starts[speaker].some((text) => bytes.toString('latin1', start, start + text.length) === text))
    return { kind: 'partial', start, needs: null };
  const window = bytes.subarray(start, start + LONGEST_HEAD);
  const end = headEnd(window);
  if (end !== null) return cutBody(bytes, start, start + end);
  if (window.length === LONGEST_HEAD)
    return {
      kind: 'noise',
      end: start + LONGEST_HEAD,
      code: 'TOO_LONG',
      reason: `headers of more than ${LONGEST_HEAD} bytes`,
    };
  // Only a single line can be whole without its line end.
  return { kind: 'partial', start, needs: null, ...(window.includes(0x0a) ? {} : { wholeAtEnd: true }) };
}

/** The next place where a message begins, or could begin with bytes that have not come yet. */
function nextStart(bytes: Buffer, offset: number, texts: readonly string[]): number {
  // A text that stands nowhere would be looked for in all that follows, again for each message: not beyond a window.
  const window = bytes.subarray(offset, offset + LONGEST_BODY);
  const places = texts.map((text) => window.indexOf(text, 0, 'latin1')).filter((place) => place >= 0);
  if (places.length > 0) return offset + Math.min(...places);
  const longest = Math.max(...texts.map((text) => text.length));
  const end = offset + window.length;
  if (end < bytes.length) return end - longest + 1;
  for (let at = Math.max(offset, bytes.length - longest + 1); at < bytes.length; at += 1) {
    const tail = bytes.toString('latin1', at);
    if (texts.some((text) => text.startsWith(tail))) return at;
  }
  return bytes.length;
}

function cutBody(bytes: Buffer, start: number, from: number): Cut {
  const head = headOf(bytes.subarray(start, from));
  const announced = head.contentLength;
  if (announced === null && head.method === 'POST' && head.json) return cutJson(bytes, start, from);
  const end = from + (announced ?? 0);
  if ((announced ?? 0) > LONGEST_BODY)
    return {
      kind: 'noise',
      end: from,
      code: 'TOO_LONG',
      reason: `a body of ${announced} bytes; the longest has ${LONGEST_BODY}`,
    };
  return end > bytes.length ? { kind: 'partial', start, needs: end - start } : { kind: 'frame', start, end };
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

function cutJson(bytes: Buffer, start: number, from: number): Cut {
  let first = from;
  while (isSpace(bytes[first]) && first < from + LONGEST_HEAD) first += 1;
  if (first >= bytes.length) return { kind: 'partial', start, needs: null };
  // A body that is no object ends the request at once; it is refused when it is read.
  if (bytes[first] !== 0x7b) return { kind: 'frame', start, end: from };
  const window = bytes.subarray(0, from + LONGEST_BODY);
  const found = jsonEnd(window, first);
  if (found.kind === 'end') return { kind: 'frame', start, end: found.end };
  if (found.kind === 'too-deep')
    return { kind: 'noise', end: found.at, code: 'UNSUPPORTED', reason: 'JSON nested too deeply' };
  if (window.length < from + LONGEST_BODY) return { kind: 'partial', start, needs: null };
  return {
    kind: 'noise',
    end: from + LONGEST_BODY,
    code: 'TOO_LONG',
    reason: `a body of more than ${LONGEST_BODY} bytes`,
  };
}
