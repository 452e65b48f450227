import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { latin1Text, parseFields, u8, u32 } from '../bytes/frame-fields.ts';
import { FieldError, type FrameContent, FrameError } from '../protocol.ts';
import { type Body, readSecondCount } from './records.ts';

const imei = z.string().regex(/^\d{15,16}$/);

/**
 * A command (type 5) or what comes back for one (type 6; 17: not for this device). Text: one character a byte.
 * Codec 13 has the time, codec 14 the IMEI of the device that is meant, codec 15 both (type 11: from a serial port).
 * @source Teltonika data sending protocols, Codec 12, Codec 13, Codec 14, Codec 15
 */
const commandFields = z.discriminatedUnion('codec', [
  z.object({ codec: z.literal(0x0c), type: u8, text: latin1Text }),
  z.object({ codec: z.literal(0x0d), type: u8, text: latin1Text, timestampS: u32, size: u32.optional() }),
  z.object({ codec: z.literal(0x0e), type: u8, text: latin1Text, imei }),
  z.object({ codec: z.literal(0x0f), type: u8, text: latin1Text, timestampS: u32, imei }),
]);

/** Bytes before the text, counted with it: time, IMEI or both. */
const HEADS: ReadonlyMap<unknown, number> = new Map([
  [0x0c, 0],
  [0x0d, 4],
  [0x0e, 8],
  [0x0f, 12],
]);

/** Whether a codec carries commands. */
export const isCommandCodec = (codec: unknown): boolean => HEADS.has(codec);

/** Reads a command from behind the codec id to the second count. @throws FrameError `LENGTH`, `VALUE` */
export function readCommand(reader: ByteReader, codec: number): Body {
  const countAt = reader.at;
  const count = reader.u8();
  if (count !== 1) throw new FrameError('VALUE', countAt, `${count} commands in a frame of one`);
  const type = reader.u8();
  const sizeAt = reader.at;
  const size = reader.u32();
  const there = reader.left - 1;
  // Devices of codec 13 count the time in or not: both were seen.
  if (size !== there && !(codec === 0x0d && size === there - 4))
    throw new FrameError('LENGTH', sizeAt, `a command of ${size} bytes, ${there} are there`);
  const head = readHead(reader, codec, size);
  const text = reader.latin1(reader.left - 1);
  readSecondCount(reader, count);
  return { kind: 'command', reports: [], conditions: [], fields: { codec, count, type, ...head, text } };
}

function readHead(reader: ByteReader, codec: number, size: number): { [name: string]: number | string } {
  if (reader.left < (HEADS.get(codec) ?? 0) + 1)
    throw new FrameError('LENGTH', reader.at, `a command of ${size} bytes is too short for its codec`);
  if (codec === 0x0c) return {};
  if (codec === 0x0d) return { size, timestampS: reader.u32() };
  const time = codec === 0x0f ? { timestampS: reader.u32() } : {};
  const { at } = reader;
  const digits = reader.hex(8);
  if (!/^\d{16}$/.test(digits)) throw new FrameError('VALUE', at, `${digits} is no IMEI`);
  return { ...time, imei: digits.replace(/^0/, '') };
}

/** Writes a command, codec id included. @throws FieldError for what the codec cannot say */
export function writeCommand(writer: ByteWriter, frame: FrameContent): void {
  const fields = parseFields(commandFields, frame);
  writer.u8(fields.codec).u8(1).u8(fields.type);
  const { length } = fields.text;
  if (fields.codec === 0x0c) writer.u32(length);
  else if (fields.codec === 0x0d)
    writer.u32(fields.size === length ? length : length + 4).u32(fields.timestampS);
  else if (fields.codec === 0x0e) writer.u32(length + 8).hex(packed(fields.imei));
  else
    writer
      .u32(length + 12)
      .u32(fields.timestampS)
      .hex(packed(fields.imei));
  writer.latin1(fields.text).u8(1);
}

function packed(imei: string): string {
  if (imei.length === 16 && imei.startsWith('0'))
    throw new FieldError('/fields/imei', 'sixteen digits do not begin with 0');
  return imei.padStart(16, '0');
}
