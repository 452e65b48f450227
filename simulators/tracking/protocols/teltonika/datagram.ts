import { z } from 'zod';
import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { parseFields, u8, u16 } from '../bytes/frame-fields.ts';
import { FieldError, type FrameContent, FrameError } from '../protocol.ts';
import { readBody, writeBody } from './body.ts';
import { IMEI_LENGTHS, imeiOf, imeiPattern } from './login.ts';

/** u16 length of what follows, u16 packet id, 1, u8 id of the AVL packet. */
const CHANNEL = 6;

const channelFields = z.object({ packetId: u16, avlPacketId: u8 });

/**
 * Reads a datagram: channel header, IMEI, body; no checksum.
 * @throws FrameError `LENGTH`, `VALUE`, and what the body is refused for
 * @source Teltonika data sending protocols, UDP channel
 */
export function readDatagram(frame: Buffer): FrameContent {
  const reader = new ByteReader(frame, 0, frame.length);
  const declared = reader.u16();
  if (declared !== frame.length - 2)
    throw new FrameError('LENGTH', 0, `${declared} bytes are declared, ${frame.length - 2} are there`);
  const packetId = reader.u16();
  const channel = reader.u8();
  if (channel !== 1) throw new FrameError('VALUE', 4, `the packet type is ${channel}, not 1`);
  const avlPacketId = reader.u8();
  const length = reader.u16();
  if (!IMEI_LENGTHS.includes(length))
    throw new FrameError('VALUE', CHANNEL, `an IMEI of ${length} characters`);
  const imei = reader.latin1(length);
  if (!imeiPattern.test(imei)) throw new FrameError('VALUE', CHANNEL + 2, 'the IMEI is not of digits');
  const body = readBody(frame, reader.at, frame.length);
  return { ...body, deviceId: imei, fields: { packetId, avlPacketId, ...body.fields } };
}

/** Writes a datagram. @throws FieldError for what the protocol cannot say */
export function writeDatagram(frame: FrameContent): Buffer {
  const { packetId, avlPacketId } = parseFields(channelFields, frame);
  const imei = imeiOf(frame);
  const writer = new ByteWriter().u16(0).u16(packetId).u8(1).u8(avlPacketId).u16(imei.length).latin1(imei);
  writeBody(writer, frame);
  const { bytes } = writer;
  if (bytes.length > 0xffff) throw new FieldError('/fields/records', 'more than a datagram can hold');
  bytes.writeUInt16BE(bytes.length - 2, 0);
  return bytes;
}
