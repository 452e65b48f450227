import { crc16Arc } from '../bytes/crc16.ts';
import type { Candidate, Framing } from '../bytes/resynchronise.ts';
import type { FaultCode } from '../protocol.ts';
import { IMEI_LENGTHS, LOGIN_HEAD } from './login.ts';

/**
 * Bytes of the longest frame read. A packet is told to have 1,280 at most, but its count goes up to 255 records; elements
 * of variable length and answers to commands may be longer still.
 * @source Teltonika data sending protocols (counts of one byte); that 64 bytes for each of 255 are enough: assumption
 */
export const LONGEST_FRAME = 16_384;

/** Bytes of a packet beside its body. */
const AROUND = 12;

/** Codec ids that Teltonika uses in this framing, ours or not. */
const codecs: ReadonlySet<number | undefined> = new Set([0x07, 0x08, 0x8e, 0x10, 0x0c, 0x0d, 0x0e, 0x0f]);

const PING = 0xff;
export const isPing = (byte: number | undefined): boolean => byte === PING;

/** What may begin with four zeros. */
function packetAt(bytes: Buffer, start: number): Candidate | null {
  const there = bytes.length - start;
  for (let at = 0; at < Math.min(4, there); at += 1) if (bytes[start + at] !== 0) return null;
  if (there < 8) return lengthMayFollow(bytes, start) ? { kind: 'partial', needs: null } : null;
  const length = bytes.readUInt32BE(start + 4) + AROUND;
  if (length < AROUND + 3 || length > LONGEST_FRAME) return null;
  if (there > 8 && !codecs.has(bytes[start + 8])) return null;
  if (there < length) return { kind: 'partial', needs: length };
  const end = start + length;
  if (crc16Arc(bytes, start + 8, end - 4) !== bytes.readUInt32BE(end - 4)) return { kind: 'bad', end };
  return { kind: 'good', end, sure: true };
}

/** The two upper bytes of a length that can be are 0. */
const lengthMayFollow = (bytes: Buffer, start: number): boolean =>
  (bytes[start + 4] ?? 0) === 0 && (bytes[start + 5] ?? 0) === 0;

function loginAt(bytes: Buffer, start: number): Candidate | null {
  if (bytes.length - start < LOGIN_HEAD) return { kind: 'partial', needs: null };
  const digits = bytes.readUInt16BE(start);
  if (!IMEI_LENGTHS.includes(digits)) return null;
  const length = LOGIN_HEAD + digits;
  const there = Math.min(length, bytes.length - start);
  for (let at = LOGIN_HEAD; at < there; at += 1) {
    const digit = bytes[start + at] ?? 0;
    if (digit < 0x30 || digit > 0x39) return null;
  }
  if (there < length) return { kind: 'partial', needs: length };
  return { kind: 'good', end: start + length, sure: false };
}

/** What a device sends over TCP. A ping counts only where a frame is due: in noise it is noise. */
export const deviceFraming: Framing = {
  at(bytes, start, expected) {
    if (expected && isPing(bytes[start])) return { kind: 'good', end: start + 1, sure: false };
    if (bytes[start] !== 0) return null;
    return loginAt(bytes, start) ?? packetAt(bytes, start);
  },
  fault: packetFault,
};

function packetFault(bytes: Buffer, start: number): { code: FaultCode; reason: string } {
  const there = bytes.length - start;
  if (there < 8 || bytes.readUInt32BE(start) !== 0)
    return { code: 'NOT_A_FRAME', reason: 'neither a login nor the four zeros of a packet' };
  const length = bytes.readUInt32BE(start + 4);
  if (length + AROUND > LONGEST_FRAME)
    return { code: 'TOO_LONG', reason: `a packet of ${length} bytes; the longest frame is ${LONGEST_FRAME}` };
  if (length < 3) return { code: 'LENGTH', reason: `a packet of ${length} bytes` };
  return { code: 'UNSUPPORTED', reason: `codec ${bytes[start + 8]} is none of Teltonika` };
}

/** Of the server: a byte to the login, four bytes to records, or a packet with a command. */
export const serverFraming = (loggedIn: boolean): Framing => ({
  at(bytes, start) {
    const there = bytes.length - start;
    if (bytes[start] === 1) return { kind: 'good', end: start + 1, sure: false };
    if (bytes[start] !== 0) return null;
    // A lone 0 refuses a login; once the device is in, or when more follows, it begins a number.
    if (there === 1 && !loggedIn) return { kind: 'good', end: start + 1, sure: false };
    if (there < 4) return { kind: 'partial', needs: 4 };
    const count = bytes.readUInt32BE(start);
    if (count > 0xff) return null;
    // Four zeros alone are read as "none taken": a command that was split right there is rarer than that.
    if (count > 0 || there === 4) return { kind: 'good', end: start + 4, sure: false };
    return packetAt(bytes, start) ?? { kind: 'good', end: start + 4, sure: false };
  },
  fault: () => ({ code: 'NOT_A_FRAME', reason: 'neither an answer nor a command' }),
});

/** Datagrams, one after the other; they have no checksum, so only their headers speak for them. */
export const datagramFraming: Framing = {
  at(bytes, start, expected) {
    const there = bytes.length - start;
    if (there < 2) return { kind: 'partial', needs: null };
    const length = bytes.readUInt16BE(start) + 2;
    if (length < 7 || length > LONGEST_FRAME) return null;
    if (!expected && !looksLikeChannel(bytes, start, length)) return null;
    if (there < length) return { kind: 'partial', needs: length };
    return { kind: 'good', end: start + length, sure: false };
  },
  fault(bytes, start) {
    const length = bytes.length - start < 2 ? 0 : bytes.readUInt16BE(start) + 2;
    if (length > LONGEST_FRAME)
      return { code: 'TOO_LONG', reason: `a datagram of ${length} bytes; the longest is ${LONGEST_FRAME}` };
    return { code: 'LENGTH', reason: `a datagram of ${length} bytes` };
  },
};

const looksLikeChannel = (bytes: Buffer, start: number, length: number): boolean =>
  bytes[start + 4] === 1 &&
  (length === 7 || (bytes[start + 6] === 0 && IMEI_LENGTHS.includes(bytes[start + 7] ?? 0)));
