import { ByteWriter } from '../bytes/byte-writer.ts';
import { crc16Arc } from '../bytes/crc16.ts';
import { type FrameContent, FrameError } from '../protocol.ts';
import { readBody, writeBody } from './body.ts';
import type { Body } from './records.ts';

/** Four zeros, u32 length of the body; behind the body u32 checksum. */
const HEAD = 8;
const TAIL = 4;

/**
 * Reads a packet of TCP: preamble, length, body, CRC-16/ARC of the body in four bytes.
 * @throws FrameError `CHECKSUM` (at the checksum), `LENGTH`, and what the body is refused for
 * @source Teltonika data sending protocols, AVL data packet
 */
export function readPacket(frame: Buffer): Body {
  if (frame.length < HEAD + 3 + TAIL)
    throw new FrameError('LENGTH', frame.length, `${frame.length} bytes are no packet`);
  const declared = frame.readUInt32BE(4);
  const end = frame.length - TAIL;
  if (declared !== end - HEAD)
    throw new FrameError('LENGTH', 4, `${declared} bytes are declared, ${end - HEAD} are there`);
  const crc = crc16Arc(frame, HEAD, end);
  const given = frame.readUInt32BE(end);
  if (crc !== given) throw new FrameError('CHECKSUM', end, `the checksum is ${given}, the bytes give ${crc}`);
  return readBody(frame, HEAD, end);
}

/** Writes a packet of TCP. @throws FieldError for what the protocol cannot say */
export function writePacket(frame: FrameContent): Buffer {
  const writer = new ByteWriter().u32(0).u32(0);
  writeBody(writer, frame);
  const { length } = writer;
  writer.u32(0);
  const { bytes } = writer;
  bytes.writeUInt32BE(length - HEAD, 4);
  bytes.writeUInt32BE(crc16Arc(bytes, HEAD, length), length);
  return bytes;
}
