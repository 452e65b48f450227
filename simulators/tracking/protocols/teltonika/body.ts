import { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { type FrameContent, FrameError } from '../protocol.ts';
import { isCommandCodec, readCommand, writeCommand } from './commands.ts';
import { ioLayouts } from './io-element.ts';
import { type Body, readRecords, writeRecords } from './records.ts';

/** Reads bytes [start, end), from the codec id to the second count. @throws FrameError for anything else */
export function readBody(frame: Buffer, start: number, end: number): Body {
  const reader = new ByteReader(frame, start, end);
  const codec = reader.u8();
  const layout = ioLayouts.get(codec);
  if (layout) return readRecords(reader, codec, layout);
  if (isCommandCodec(codec)) return readCommand(reader, codec);
  throw new FrameError(
    'UNSUPPORTED',
    start,
    `codec ${codec} is not 8, 142 (8 Extended), 16, 12, 13, 14 or 15`,
  );
}

/** Writes from the codec id to the second count. @throws FieldError for what the protocol cannot say */
export function writeBody(writer: ByteWriter, frame: FrameContent): void {
  if (isCommandCodec(frame.fields['codec'])) writeCommand(writer, frame);
  else writeRecords(writer, frame);
}
