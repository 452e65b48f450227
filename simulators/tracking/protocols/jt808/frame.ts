import { FrameError } from '../protocol.ts';

/** Begins and ends a frame; stands nowhere within. */
export const DELIMITER = 0x7e;
const ESCAPE = 0x7d;
/** Header of 2019 with total and index of a sub-package, longest body, check byte. */
const LONGEST_PLAIN = 21 + 1023 + 1;

/** Bytes of the longest frame on the wire. @source tracking notes, section 4 (body length of 10 bits, escapes) */
export const longestFrame = LONGEST_PLAIN * 2 + 2;

/** What stands between the delimiters, escapes undone, check byte verified and taken off. */
export interface Opened {
  readonly plain: Buffer;
  /** Where a byte of `plain` stands in the frame as it came. */
  readonly wireOffset: (offset: number) => number;
}

/**
 * Undoes escapes (7D 01 is 7D, 7D 02 is 7E) and verifies the check byte, the XOR of all before it.
 *
 * A frame that shares the delimiter of the one before it comes without its first.
 * @throws FrameError ESCAPE at the 7D, CHECKSUM at the check byte, NOT_A_FRAME without a closing delimiter
 * @source tracking notes, section 4, frame
 */
export function open(frame: Buffer): Opened {
  const last = frame.length - 1;
  if (last < 1 || frame[last] !== DELIMITER) throw new FrameError('NOT_A_FRAME', 0, 'no closing 7E');
  const start = frame[0] === DELIMITER ? 1 : 0;
  const inside = frame.subarray(start, last);
  const wireOffset = (offset: number) => start + escapedOffset(inside, offset);
  const whole = inside.includes(ESCAPE) ? unescaped(inside, start) : inside;
  if (whole.length === 0) throw new FrameError('LENGTH', start, 'nothing between the delimiters');
  const plain = whole.subarray(0, whole.length - 1);
  const check = whole.readUInt8(plain.length);
  const expected = xorOf(plain);
  if (check !== expected)
    throw new FrameError(
      'CHECKSUM',
      wireOffset(plain.length),
      `check byte ${hex(check)}, not ${hex(expected)}`,
    );
  return { plain, wireOffset };
}

/** Appends the check byte, escapes, delimits. @source tracking notes, section 4, frame */
export function close(plain: Buffer): Buffer {
  const bytes = [DELIMITER];
  const put = (byte: number) => {
    if (byte === DELIMITER || byte === ESCAPE) bytes.push(ESCAPE, byte === ESCAPE ? 1 : 2);
    else bytes.push(byte);
  };
  for (let at = 0; at < plain.length; at += 1) put(plain[at] ?? 0);
  put(xorOf(plain));
  bytes.push(DELIMITER);
  return Buffer.from(bytes);
}

function unescaped(inside: Buffer, start: number): Buffer {
  const plain = Buffer.alloc(inside.length);
  let length = 0;
  for (let at = 0; at < inside.length; at += 1) {
    let byte = inside.readUInt8(at);
    if (byte === ESCAPE) {
      const second = inside[at + 1];
      if (second !== 1 && second !== 2)
        throw new FrameError('ESCAPE', start + at, '7D is followed by neither 01 nor 02');
      byte = second === 1 ? ESCAPE : DELIMITER;
      at += 1;
    }
    length = plain.writeUInt8(byte, length);
  }
  return plain.subarray(0, length);
}

function escapedOffset(inside: Buffer, offset: number): number {
  let at = 0;
  for (let plain = 0; plain < offset && at < inside.length; plain += 1) at += inside[at] === ESCAPE ? 2 : 1;
  return at;
}

function xorOf(bytes: Buffer): number {
  let check = 0;
  for (let at = 0; at < bytes.length; at += 1) check ^= bytes[at] ?? 0;
  return check;
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
