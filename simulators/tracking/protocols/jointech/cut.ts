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
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2): length at offset 8 where byte 8 is 0, else at offset 7
 */
export function cutFrame(bytes: Buffer, offset: number): Cut {
  const blank = blankEnd(bytes, offset);
  if (blank > offset) return { kind: 'blank', end: blank };
  const start = nextBeginning(bytes, offset);
  if (start > offset) return noise(bytes, offset, start);
  return bytes[start] === DOLLAR ? cutBinary(bytes, start) : cutText(bytes, start);
}

/** Some models end their text frames with CR LF. @source assumption */
function blankEnd(bytes: Buffer, offset: number): number {
  let end = offset;
  while (bytes[end] === 0x0d || bytes[end] === 0x0a) end += 1;
  return end;
}

function nextBeginning(bytes: Buffer, offset: number): number {
  let start = offset;
  while (start < bytes.length && !begins(bytes, start)) start += 1;
  return start;
}

function noise(bytes: Buffer, offset: number, end: number): Cut {
  const length = beginsBinary(bytes, offset) && bytes[offset] === DOLLAR ? lengthAt(bytes, offset) : null;
  if (length !== null && length > LONGEST)
    return {
      kind: 'noise',
      end,
      code: 'TOO_LONG',
      reason: `a frame of ${length} bytes; the longest is ${LONGEST}`,
    };
  const reason = `${end - offset} bytes that belong to no frame`;
  return { kind: 'noise', end, code: 'NOT_A_FRAME', reason };
}

function begins(bytes: Buffer, start: number): boolean {
  if (bytes[start] === DOLLAR) return beginsBinary(bytes, start) && (lengthAt(bytes, start) ?? 0) <= LONGEST;
  return bytes[start] === OPEN && beginsText(bytes, start);
}

/** Bytes that a binary frame declares; null: too few are there to tell. */
function lengthAt(bytes: Buffer, start: number): number | null {
  if (bytes.length - start < LENGTH_KNOWN) return null;
  return bytes.readUInt16BE(start + headerAt(bytes, start) - 2) + LENGTH_KNOWN;
}

/** Bytes before the date. */
const headerAt = (bytes: Buffer, start: number): number => (bytes[start + 8] === 0 ? 10 : 9);

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
  const length = lengthAt(bytes, start);
  const end = start + (length ?? LENGTH_KNOWN);
  if (isLocated(bytes, start) === false) {
    const better = locatedWithin(bytes, start + 1, Math.min(end, bytes.length));
    if (better !== null)
      return { kind: 'noise', end: better, code: 'VALUE', reason: 'no date and place; a frame begins in it' };
  }
  const restart = sameLockWithin(bytes, start, end);
  if (restart !== null)
    return {
      kind: 'noise',
      end: restart,
      code: 'INCOMPLETE',
      reason: 'a frame of the same lock begins in it',
    };
  return length === null || end > bytes.length
    ? { kind: 'partial', start, needs: length }
    : { kind: 'frame', start, end };
}

/**
 * Where inside a binary frame, before `end`, another of the same lock begins: the mark, its id and its version again, or
 * its id in text. It was truncated then, for no field of a frame can say that much; fewer bytes of it may stand in any.
 * @source assumption: the frame has no checksum
 */
function sameLockWithin(bytes: Buffer, start: number, end: number): number | null {
  if (bytes.length - start < LENGTH_KNOWN) return null;
  const head = bytes.subarray(start, start + HEAD);
  const id = head.toString('hex', 1, HEAD - 1);
  const text = Buffer.from(`(${id},`, 'latin1');
  const inside = bytes.subarray(start + 1, end + text.length - 1);
  const found = [head, text].map((beginning) => inside.indexOf(beginning)).filter((at) => at >= 0);
  const first = start + 1 + Math.min(...found);
  return first < end ? first : null;
}

/** Mark, five bytes of the id, and the version of the longer format or the kinds of the older. */
const HEAD = 7;

/**
 * Whether a binary frame has a clock and a place where they belong; null: not all of their bytes are there. It is all
 * that tells one from noise: the frame has no checksum.
 */
function isLocated(bytes: Buffer, start: number, clock = CLOCK): boolean | null {
  const from = start + headerAt(bytes, start);
  if (bytes.length < from + LOCATED) return null;
  const digits = bytes.toString('hex', from, from + LOCATED);
  return PLACE.test(digits) && clock.test(digits);
}

/** Bytes of clock, latitude and longitude. */
const LOCATED = 15;
/** DDMMYYHHMMSS. */
const DATE = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:[01]\d|2[0-3])[0-5]\d[0-5]\d/;
/** The same, or zeros: no clock yet. */
const CLOCK = new RegExp(`${DATE.source}|^0{12}`);
/** Up to 90 degrees and up to 180, of minutes below 60. */
const PLACE = /^.{12}(?:[0-8]\d[0-5]\d{5}|90000000)(?:(?:0\d\d|1[0-7]\d)[0-5]\d{5}|180000000)/;

/** A binary frame with a date and a place, or a text frame, that begins before `to`. */
function locatedWithin(bytes: Buffer, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === DOLLAR && begins(bytes, at) && isLocated(bytes, at, DATE) === true) return at;
    if (bytes[at] === OPEN && namesFrame(bytes, at)) return at;
  }
  return null;
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
    if (namesFrame(bytes, at)) return at;
  return null;
}

const namesFrame = (bytes: Buffer, at: number): boolean =>
  /^\((?:[0-9]{10}|[A-Z][0-9]{2})[,)]/.test(bytes.toString('latin1', at, at + 12));
