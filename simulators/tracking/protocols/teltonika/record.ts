import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { u8, u16, whole } from '../bytes/frame-fields.ts';
import { FieldError, type Report } from '../protocol.ts';
import { type IoLayout, ioElement, readIoElement, writeIoElement } from './io-element.ts';

const i32 = z
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);

/**
 * What a record says beside its report. `timestampMs`, `lonRaw`, `latRaw` and `angle` stand there only when they are
 * what a report cannot say (after the year 9999, beyond the poles, more than 360 degrees); the report then says null.
 * @source Teltonika data sending protocols, AVL data
 */
export const recordFields = z.object({
  timestampMs: z
    .string()
    .regex(/^\d{1,20}$/)
    .exactOptional(),
  priority: u8,
  lonRaw: i32.exactOptional(),
  latRaw: i32.exactOptional(),
  angle: u16.exactOptional(),
  satellites: u8,
  ...ioElement.shape,
});
/** A record as it stands in `fields`. */
export type RecordFields = z.infer<typeof recordFields>;

/** 9999-12-31T23:59:59.999Z: later instants have no four-digit year. */
const LATEST_MS = 253_402_300_799_999n;
const E7 = 10_000_000;

const degreesOf = (raw: number, most: number): number | null =>
  Math.abs(raw) <= most * E7 ? raw / E7 : null;

/** Reads one AVL record; without satellites its position is the last one known. @throws FrameError `LENGTH` */
export function readRecord(reader: ByteReader, layout: IoLayout): { report: Report; fields: RecordFields } {
  const ms = reader.u64();
  const priority = reader.u8();
  const lonRaw = reader.i32();
  const latRaw = reader.i32();
  const altitudeM = reader.i16();
  const angle = reader.u16();
  const satellites = reader.u8();
  const speedKmh = reader.u16();
  const [lat, lon] = [degreesOf(latRaw, 90), degreesOf(lonRaw, 180)];
  const report: Report = {
    time: ms <= LATEST_MS ? new Date(Number(ms)).toISOString() : null,
    lat,
    lon,
    speedKmh,
    courseDeg: angle <= 360 ? angle : null,
    altitudeM,
    fixed: satellites > 0 && lat !== null && lon !== null,
  };
  const unsaid = {
    ...(report.time === null ? { timestampMs: String(ms) } : {}),
    ...(lon === null ? { lonRaw } : {}),
    ...(lat === null ? { latRaw } : {}),
    ...(report.courseDeg === null ? { angle } : {}),
  };
  return { report, fields: { ...unsaid, priority, satellites, ...readIoElement(reader, layout) } };
}

/**
 * Writes one AVL record. The report wins over the fields wherever it says something.
 * @param index of the record, for the pointer of what is wrong
 * @throws FieldError for what the protocol cannot say
 */
export function writeRecord(
  writer: ByteWriter,
  report: Report,
  fields: RecordFields,
  layout: IoLayout,
  index: number,
): void {
  const at = `/reports/${index}`;
  writer.u64(instantOf(report.time, fields.timestampMs, `${at}/time`)).u8(fields.priority);
  writer.i32(rawOf(report.lon, 180, fields.lonRaw, `${at}/lon`));
  writer.i32(rawOf(report.lat, 90, fields.latRaw, `${at}/lat`));
  writer.i16(whole(report.altitudeM, -0x8000, 0x7fff, `${at}/altitudeM`));
  writer.u16(
    report.courseDeg === null && fields.angle !== undefined
      ? fields.angle
      : whole(report.courseDeg, 0, 360, `${at}/courseDeg`),
  );
  writer.u8(satellitesOf(report, fields.satellites, at));
  writer.u16(whole(report.speedKmh, 0, 0xffff, `${at}/speedKmh`));
  writeIoElement(writer, fields, layout, `/fields/records/${index}`);
}

function instantOf(time: string | null, kept: string | undefined, at: string): bigint {
  if (time === null && kept !== undefined && BigInt(kept) < 1n << 64n) return BigInt(kept);
  const ms = Date.parse(time ?? '');
  if (ms >= 0) return BigInt(ms);
  throw new FieldError(at, `${time} is not an instant since 1970`);
}

function rawOf(degrees: number | null, most: number, kept: number | undefined, at: string): number {
  if (degrees === null && kept !== undefined) return kept;
  if (degrees !== null && Math.abs(degrees) <= most) return Math.round(degrees * E7);
  throw new FieldError(at, `${degrees} is not between -${most} and ${most} degrees`);
}

/** A fix is said by satellites alone: a report without one has none, a report with one must have some. */
function satellitesOf(report: Report, satellites: number, at: string): number {
  const shown = satellites > 0 && report.lat !== null && report.lon !== null;
  if (report.fixed === shown) return satellites;
  if (!report.fixed) return 0;
  throw new FieldError(`${at}/fixed`, 'a fix needs satellites and a position');
}
