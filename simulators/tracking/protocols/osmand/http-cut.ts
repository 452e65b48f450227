import { jsonEnd } from '../json-end.ts';
import type { Cut, FaultCode, Speaker } from '../protocol.ts';
import { type Head, hasJson, headEnd, headOf, isKept } from './http-head.ts';
import { LONGEST_HEAD, noMessageAt } from './http-start.ts';

export { LONGEST_HEAD };
/** Bytes. A phone sends a few hundred; assumption. */
export const LONGEST_BODY = 16_384;

/**
 * Finds the next HTTP message at or after `offset`: requests of a device, answers of a server. A GET without version is
 * one line (HTTP/0.9); where its line end is missing too, the end of the input ends it. Behind a message that may end here or
 * there nothing is read: what one end takes for its body, the other would take for a request of somebody else.
 *
 * @source RFC 9112, clauses 2 and 6; OsmAnd vectors (no version, bare line feeds, JSON without Content-Length)
 */
export function cutMessage(bytes: Buffer, offset: number, speaker: Speaker): Cut {
  const none = noMessageAt(bytes, offset, speaker);
  if (none) return none;
  const window = bytes.subarray(offset, offset + LONGEST_HEAD);
  const end = headEnd(window);
  if (end !== null) return cutBody(bytes, offset, offset + end);
  if (window.length === LONGEST_HEAD) return lost('TOO_LONG', `headers of more than ${LONGEST_HEAD} bytes`);
  // Only a single line can be whole without its line end.
  return {
    kind: 'partial',
    start: offset,
    needs: null,
    ...(window.includes(0x0a) ? {} : { wholeAtEnd: true }),
  };
}

/** Nothing that comes on this connection is a message any more. */
const lost = (code: FaultCode, reason: string): Cut => ({
  kind: 'noise',
  end: Number.POSITIVE_INFINITY,
  code,
  reason,
  close: true,
});

function cutBody(bytes: Buffer, start: number, from: number): Cut {
  const head = headOf(bytes.subarray(start, from));
  const { uncertain, contentLength } = head;
  if (uncertain) return lost(...uncertain);
  if (contentLength === null && head.startLine.startsWith('POST ') && hasJson(head))
    return cutJson(bytes, start, from);
  const end = from + (contentLength ?? 0);
  if (end - from > LONGEST_BODY) return tooLong(head, end);
  return end > bytes.length ? { kind: 'partial', start, needs: end - start } : { kind: 'frame', start, end };
}

/** A body that is passed over up to its end. */
const tooLong = (head: Head, end: number): Cut => ({
  kind: 'noise',
  end,
  code: 'TOO_LONG',
  reason: `a body of ${head.contentLength} bytes; the longest has ${LONGEST_BODY}`,
  ...(isKept(head) ? {} : { close: true }),
});

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** A body of JSON whose length is not said: an object ends where it ends, or else nobody knows where. */
function cutJson(bytes: Buffer, start: number, from: number): Cut {
  let first = from;
  while (isSpace(bytes[first]) && first < from + LONGEST_HEAD) first += 1;
  if (first >= bytes.length) return { kind: 'partial', start, needs: null };
  // The next request: this one has no body, and is refused when it is read.
  if (/[A-Z]/.test(bytes.toString('latin1', first, first + 1))) return { kind: 'frame', start, end: from };
  if (bytes[first] !== 0x7b) return lost('UNSUPPORTED', 'a body of unknown length that is no JSON object');
  const window = bytes.subarray(0, from + LONGEST_BODY);
  const found = jsonEnd(window, first);
  if (found.kind === 'too-deep') return lost('UNSUPPORTED', 'JSON nested too deeply');
  if (found.kind === 'end')
    return isJson(bytes.toString('utf8', first, found.end))
      ? { kind: 'frame', start, end: found.end }
      : lost('VALUE', 'a body of unknown length that is no JSON');
  if (window.length < from + LONGEST_BODY) return { kind: 'partial', start, needs: null };
  return lost('TOO_LONG', `a body of more than ${LONGEST_BODY} bytes`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
