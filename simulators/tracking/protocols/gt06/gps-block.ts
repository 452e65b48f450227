import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { hexBytes, u32, whole } from '../bytes/frame-fields.ts';
import { FieldError, type Report } from '../protocol.ts';
import { readDate, writeDate } from './date.ts';

const nibble = z.int().min(0).max(15);

/**
 * What the GPS block says beside its report. `courseStatusHex` is the whole word: b0-9 course, b10 north, b11 west,
 * b12 fixed, b13 differential. `timeHex`, `latRaw` and `lonRaw` stand there only when they are what a report cannot say
 * (no such day, beyond the poles); the report then says null. Where both speak, the report wins.
 * @source Concox GT06 manual, 5.2 (location data packet)
 */
export const gpsFields = z.object({
  timeHex: hexBytes.length(12).exactOptional(),
  gpsLen: nibble,
  satellites: nibble,
  latRaw: u32.exactOptional(),
  lonRaw: u32.exactOptional(),
  courseStatusHex: hexBytes.length(4),
});
/** The GPS block as it stands in `fields`. */
export type GpsFields = z.infer<typeof gpsFields>;

/** Bytes of the block: date 6, satellites 1, latitude 4, longitude 4, speed 1, course and status 2. */
export const GPS_BLOCK = 18;

/** Units of a degree: 1/30,000 of a minute. Seven decimals tell all of them apart. */
const UNITS = 1_800_000;
const NORTH = 1 << 10;
const WEST = 1 << 11;
const FIXED = 1 << 12;

function degreesOf(raw: number, negative: boolean, most: number): number | null {
  if (raw > most * UNITS) return null;
  const degrees = Math.round((raw * 1e7) / UNITS) / 1e7;
  return negative && raw > 0 ? -degrees : degrees;
}

/**
 * Reads a GPS block.
 * @param zoneMinutes of the clock of the device
 * @throws FrameError `LENGTH`
 */
export function readGps(reader: ByteReader, zoneMinutes: number): { report: Report; fields: GpsFields } {
  const timeHex = reader.hex(6);
  const [gpsLen, satellites] = halves(reader.u8());
  const latRaw = reader.u32();
  const lonRaw = reader.u32();
  const speedKmh = reader.u8();
  const word = reader.u16();
  const time = readDate(timeHex, zoneMinutes);
  const lat = degreesOf(latRaw, (word & NORTH) === 0, 90);
  const lon = degreesOf(lonRaw, (word & WEST) !== 0, 180);
  const course = word & 0x3ff;
  const report: Report = {
    time,
    lat,
    lon,
    speedKmh,
    courseDeg: course <= 360 ? course : null,
    altitudeM: null,
    fixed: isFixed(word, lat, lon),
  };
  const unsaid = {
    ...(time === null ? { timeHex } : {}),
    ...(lat === null ? { latRaw } : {}),
    ...(lon === null ? { lonRaw } : {}),
  };
  const courseStatusHex = word.toString(16).padStart(4, '0');
  return { report, fields: { ...unsaid, gpsLen, satellites, courseStatusHex } };
}

const halves = (byte: number): [number, number] => [byte >> 4, byte & 15];

const isFixed = (word: number, lat: number | null, lon: number | null): boolean =>
  (word & FIXED) !== 0 && lat !== null && lon !== null;

/** Writes a GPS block. @param at JSON Pointer of the report @throws FieldError for what the protocol cannot say */
export function writeGps(
  writer: ByteWriter,
  report: Report,
  fields: GpsFields,
  zoneMinutes: number,
  at: string,
): void {
  if (report.altitudeM !== null) throw new FieldError(`${at}/altitudeM`, 'GT06 tells no altitude');
  writer.hex(dateOf(report.time, fields.timeHex, zoneMinutes, `${at}/time`));
  writer.u8((fields.gpsLen << 4) | fields.satellites);
  const latRaw = rawOf(report.lat, 90, fields.latRaw, `${at}/lat`);
  const lonRaw = rawOf(report.lon, 180, fields.lonRaw, `${at}/lon`);
  writer
    .u32(latRaw)
    .u32(lonRaw)
    .u8(whole(report.speedKmh, 0, 0xff, `${at}/speedKmh`));
  writer.u16(wordOf(report, Number.parseInt(fields.courseStatusHex, 16), latRaw, lonRaw, at));
}

function dateOf(time: string | null, kept: string | undefined, zoneMinutes: number, at: string): string {
  if (time === null && kept !== undefined) return kept;
  const written = time === null ? null : writeDate(time, zoneMinutes);
  if (written === null) throw new FieldError(at, `${time} is not in the years 2000 to 2099`);
  return written;
}

function rawOf(degrees: number | null, most: number, kept: number | undefined, at: string): number {
  if (degrees === null && kept !== undefined) return kept;
  if (degrees !== null && Math.abs(degrees) <= most) return Math.round(Math.abs(degrees) * UNITS);
  throw new FieldError(at, `${degrees} is not between -${most} and ${most} degrees`);
}

/** The word of the fields with what the report says otherwise; zero degrees keep the side they had. */
function wordOf(report: Report, kept: number, latRaw: number, lonRaw: number, at: string): number {
  const { lat, lon, courseDeg, fixed } = report;
  let word = kept;
  const shown = word & 0x3ff;
  if (courseDeg !== null || shown <= 360)
    word = (word & ~0x3ff) | whole(courseDeg, 0, 360, `${at}/courseDeg`);
  if (lat !== null && latRaw > 0) word = lat > 0 ? word | NORTH : word & ~NORTH;
  if (lon !== null && lonRaw > 0) word = lon < 0 ? word | WEST : word & ~WEST;
  if (fixed === isFixed(word, lat, lon)) return word;
  if (fixed && (lat === null || lon === null)) throw new FieldError(`${at}/fixed`, 'a fix needs a position');
  return fixed ? word | FIXED : word & ~FIXED;
}
