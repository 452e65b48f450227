import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { parseFields } from '../bytes/frame-fields.ts';
import { type Condition, FieldError, type FrameContent, FrameError, type Report } from '../protocol.ts';
import { conditionOf } from './conditions.ts';
import { type IoLayout, ioLayouts } from './io-element.ts';
import { type RecordFields, readRecord, recordFields, writeRecord } from './record.ts';

const avlFields = z.object({
  codec: z.literal([0x08, 0x8e, 0x10]),
  records: z.array(recordFields).max(0xff),
});

/** What the body of a frame says, without its device. */
export type Body = Omit<FrameContent, 'deviceId'>;

/**
 * Reads AVL data, from behind the codec id to the second count.
 * @throws FrameError `LENGTH` when records end elsewhere than counted, or the two counts differ
 * @source Teltonika data sending protocols, AVL data packet
 */
export function readRecords(reader: ByteReader, codec: number, layout: IoLayout): Body {
  const count = reader.u8();
  const reports: Report[] = [];
  const conditions: Condition[] = [];
  const records: RecordFields[] = [];
  for (let index = 0; index < count; index += 1) {
    const { report, fields } = readRecord(reader, layout);
    reports.push(report);
    conditions.push(conditionOf(fields));
    records.push(fields);
  }
  readSecondCount(reader, count);
  return { kind: 'position', reports, conditions, fields: { codec, count, records } };
}

/** Reads the second count, with which a body ends. @throws FrameError `LENGTH` when it is not the first one or not the end */
export function readSecondCount(reader: ByteReader, count: number): void {
  const { at } = reader;
  const again = reader.u8();
  if (again !== count) throw new FrameError('LENGTH', at, `the counts differ: ${count}, then ${again}`);
  if (reader.left > 0)
    throw new FrameError('LENGTH', reader.at, `${reader.left} bytes more than the records have`);
}

/** Writes AVL data, codec id included. @throws FieldError for what the codec cannot say */
export function writeRecords(writer: ByteWriter, frame: FrameContent): void {
  const { codec, records } = parseFields(avlFields, frame);
  const layout = ioLayouts.get(codec);
  if (layout === undefined) throw new FieldError('/fields/codec', `${codec} carries no records`);
  if (records.length !== frame.reports.length)
    throw new FieldError('/fields/records', `${records.length} records for ${frame.reports.length} reports`);
  writer.u8(codec).u8(records.length);
  for (const [index, report] of frame.reports.entries()) {
    const fields = records[index];
    if (fields) writeRecord(writer, report, fields, layout, index);
  }
  writer.u8(records.length);
}
