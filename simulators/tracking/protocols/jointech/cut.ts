import type { Cut } from '../protocol.ts';

/** Bytes: an older frame with 75 records has 2,035; a list of fences in a command is shorter. */
export const LONGEST = 2048;

const DOLLAR = 0x24;
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
/** First fields of a text frame: a terminal, a command. */
const LONGEST_NAME = 16;
/** Bytes before which neither format tells its length. */
const LENGTH_KNOWN = 10;

/**
 * Finds the next frame of a stream in which two framings mix: `$` with a length, and `(` to `)`. A mark counts only
 * when what follows can be a frame (ten decimal digits; a name), so that noise does not swallow the frames after it.
 *
 * @source JT701D Protocol Manual V1.4 (gps.md, clause 2): length at offset 8 where byte 8 is 0, else at offset 7
 */
export function cutFrame(bytes: Buffer, offset: number): Cut {
  let start = offset;
  while (start < bytes.length && !begins(bytes, start)) start += 1;
  if (start === bytes.length)
    return {
      kind: 'noise',
      end: start,
      code: 'NOT_A_FRAME',
      reason: `${start - offset} bytes that belong to no frame`,
    };
  if (start > offset)
    return {
      kind: 'noise',
      end: start,
      code: 'NOT_A_FRAME',
      reason: `${start - offset} bytes that belong to no frame`,
    };
  return bytes[start] === DOLLAR ? cutBinary(bytes, start) : cutText(bytes, start);
}

function begins(bytes: Buffer, start: number): boolean {
  if (bytes[start] === DOLLAR) return beginsBinary(bytes, start);
  return bytes[start] === OPEN && beginsText(bytes, start);
}

function beginsBinary(bytes: Buffer, start: number): boolean {
  for (const byte of bytes.subarray(start + 1, start + 6))
    if (byte >> 4 > 9 || (byte & 0x0f) > 9) return false;
  return true;
}

/** A name of letters and digits, ended by a comma or the bracket; not yet ended counts. */
function beginsText(bytes: Buffer, start: number): boolean {
  for (let at = start + 1; at <= start + 1 + LONGEST_NAME; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return true;
    if (byte === COMMA || byte === CLOSE) return at > start + 1;
    if (!isNameByte(byte)) return false;
  }
  return false;
}

const isNameByte = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

function cutBinary(bytes: Buffer, start: number): Cut {
  if (bytes.length - start < LENGTH_KNOWN) return { kind: 'partial', start, needs: null };
  const long = bytes[start + 8] === 0;
  const length = bytes.readUInt16BE(start + (long ? 8 : 7)) + LENGTH_KNOWN;
  if (length > LONGEST)
    return {
      kind: 'noise',
      end: start + 1,
      code: 'TOO_LONG',
      reason: `a frame of ${length} bytes; the longest is ${LONGEST}`,
    };
  const end = start + length;
  return end > bytes.length ? { kind: 'partial', start, needs: length } : { kind: 'frame', start, end };
}

function cutText(bytes: Buffer, start: number): Cut {
  const window = bytes.subarray(start, start + LONGEST);
  const close = window.indexOf(CLOSE);
  if (close < 0 && window.length < LONGEST) return { kind: 'partial', start, needs: null };
  const restart = nextName(bytes, start + 1, close < 0 ? start + window.length : start + close);
  if (restart !== null)
    return { kind: 'noise', end: restart, code: 'INCOMPLETE', reason: 'another frame begins before its end' };
  if (close < 0)
    return {
      kind: 'noise',
      end: start + window.length,
      code: 'TOO_LONG',
      reason: `a text frame without an end; the longest has ${LONGEST} bytes`,
    };
  return { kind: 'frame', start, end: start + close + 1 };
}

/** A bracket inside a frame that opens another one, whose terminal or command is written as the maker writes it. */
function nextName(bytes: Buffer, from: number, to: number): number | null {
  for (let at = bytes.indexOf(OPEN, from); at >= 0 && at < to; at = bytes.indexOf(OPEN, at + 1))
    if (/^\((?:[0-9]{10}|[A-Z][0-9]{2})[,)]/.test(bytes.toString('latin1', at, at + 12))) return at;
  return null;
}
