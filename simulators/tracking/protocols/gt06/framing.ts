import { crc16X25 } from '../bytes/crc16.ts';
import type { Candidate, Framing } from '../bytes/resynchronise.ts';
import type { FaultCode } from '../protocol.ts';

/** Bytes of the longest frame read. @source assumption: the long form could say 65,541, no message of the manual does */
export const LONGEST_FRAME = 4096;

/** The two beginnings: the length stands in one byte or in two. @source Concox GT06 manual, 4 */
export const starts = { '7878': 1, '7979': 2 } as const;
export type Start = keyof typeof starts;

/** Where the parts of a frame lie; the checksum covers [2, crc). */
export interface Parts {
  readonly start: Start;
  readonly protocol: number;
  readonly crc: number;
  readonly end: number;
}

/** The parts by the length that a frame declares, from byte 0 on; null: it says too little to tell. */
export function partsOf(bytes: Buffer, from = 0): Parts | null {
  const start = bytes[from] === 0x78 ? '7878' : '7979';
  const protocol = 2 + starts[start];
  if (bytes.length - from < protocol) return null;
  const length = bytes.readUIntBE(from + 2, starts[start]);
  return { start, protocol, crc: protocol + length - 2, end: protocol + length + 2 };
}

/** Protocol number, serial and checksum: a frame has no less. */
const LEAST = 5;

/** Both forms; the stop bytes must stand where the length says. */
export const framing: Framing = {
  at(bytes, start): Candidate | null {
    const first = bytes[start];
    if (first !== 0x78 && first !== 0x79) return null;
    if (bytes.length - start === 1) return { kind: 'partial', needs: null };
    if (bytes[start + 1] !== first) return null;
    const parts = partsOf(bytes, start);
    if (parts === null) return { kind: 'partial', needs: null };
    if (parts.crc - parts.protocol < LEAST - 2 || parts.end > LONGEST_FRAME) return null;
    const end = start + parts.end;
    if (end > bytes.length) return { kind: 'partial', needs: parts.end };
    if (bytes.readUInt16BE(end - 2) !== 0x0d0a) return null;
    const crc = start + parts.crc;
    if (crc16X25(bytes, start + 2, crc) !== bytes.readUInt16BE(crc)) return { kind: 'bad', end };
    return { kind: 'good', end, sure: true };
  },
  fault(bytes, start): { code: FaultCode; reason: string } {
    const first = bytes[start];
    if ((first !== 0x78 && first !== 0x79) || bytes[start + 1] !== first)
      return { code: 'NOT_A_FRAME', reason: 'neither 78 78 nor 79 79' };
    const parts = partsOf(bytes, start);
    if (parts !== null && parts.end > LONGEST_FRAME)
      return { code: 'TOO_LONG', reason: `a frame of ${parts.end} bytes; the longest is ${LONGEST_FRAME}` };
    return { code: 'LENGTH', reason: `no 0D 0A where the length puts the end of the frame` };
  },
};
