import { z } from 'zod';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { crc16X25 } from '../bytes/crc16.ts';
import { parseFields, u16 } from '../bytes/frame-fields.ts';
import { FieldError, type FrameContent, FrameError } from '../protocol.ts';
import { LONGEST_FRAME, partsOf, type Start, starts } from './framing.ts';

/** What every frame has around its content. */
export interface Envelope {
  readonly start: Start;
  readonly protocol: number;
  /** Counts the frames of a device since its start; an answer repeats it. */
  readonly serial: number;
  /** Bytes [contentAt, contentEnd) of the frame. */
  readonly contentAt: number;
  readonly contentEnd: number;
}

/**
 * Reads what is around the content.
 * @throws FrameError `LENGTH`, `CHECKSUM` (at the checksum), `NOT_A_FRAME`
 * @source Concox GT06 manual, 4 (data packet format)
 */
export function readEnvelope(frame: Buffer): Envelope {
  const first = frame[0];
  if (first === undefined || (first !== 0x78 && first !== 0x79) || frame[1] !== first)
    throw new FrameError('NOT_A_FRAME', 0, 'neither 78 78 nor 79 79');
  const parts = partsOf(frame);
  if (parts === null || parts.crc < parts.protocol + 3 || parts.end !== frame.length)
    throw new FrameError('LENGTH', 2, `the length does not fit a frame of ${frame.length} bytes`);
  if (frame.readUInt16BE(parts.end - 2) !== 0x0d0a)
    throw new FrameError('LENGTH', parts.end - 2, 'the frame does not end with 0D 0A');
  const crc = crc16X25(frame, 2, parts.crc);
  const given = frame.readUInt16BE(parts.crc);
  if (crc !== given)
    throw new FrameError('CHECKSUM', parts.crc, `the checksum is ${given}, the bytes give ${crc}`);
  return {
    start: parts.start,
    protocol: frame.readUInt8(parts.protocol),
    serial: frame.readUInt16BE(parts.crc - 2),
    contentAt: parts.protocol + 1,
    contentEnd: parts.crc - 2,
  };
}

/** Writes a whole frame around its content. */
export function packet(start: Start, protocol: number, content: Buffer, serial: number): Buffer {
  const writer = new ByteWriter().hex(start);
  const length = content.length + 5;
  if (starts[start] === 1) writer.u8(length);
  else writer.u16(length);
  writer.u8(protocol).raw(content).u16(serial);
  const crc = crc16X25(writer.bytes, 2);
  return writer.u16(crc).u16(0x0d0a).bytes;
}

const envelopeFields = z.object({
  start: z.enum(['7878', '7979']).default('7878'),
  protocol: z.string().regex(/^0x[0-9a-f]{2}$/i),
  serial: u16,
});

/** What `fields` say of the envelope. */
export const showEnvelope = ({ start, protocol, serial }: Envelope) => ({
  start,
  protocol: `0x${protocol.toString(16).padStart(2, '0')}`,
  serial,
});

/** The envelope that a frame is to be written with. @throws FieldError */
export function envelopeOf(frame: FrameContent): { start: Start; protocol: number; serial: number } {
  const { start, protocol, serial } = parseFields(envelopeFields, frame);
  return { start, protocol: Number(protocol), serial };
}

/** Writes a frame with the envelope of its fields. @throws FieldError when its form is too short for the content */
export function writePacket(frame: FrameContent, content: Buffer): Buffer {
  const { start, protocol, serial } = envelopeOf(frame);
  const longest = start === '7878' ? 0xff - 5 : LONGEST_FRAME - 11;
  if (content.length > longest)
    throw new FieldError('/fields', `a content of ${content.length} bytes; this form has ${longest} at most`);
  return packet(start, protocol, content, serial);
}
