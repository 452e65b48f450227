import { FieldError, type Json, type Report, type Session } from '../protocol.ts';
import { bcdTimeBytes, bcdTimeOf, isoOf } from './clock.ts';
import { conditionOf } from './condition.ts';
import { extrasFields, readExtras, writeExtras } from './extras.ts';
import type { Given } from './given.ts';
import type { BodyReader } from './layout.ts';
import type { Located } from './message.ts';

/** Bytes of a location before its extras. @source tracking notes, section 4, 0x0200 */
export const locationBytes = 28;

const FIXED = 1 << 1;
const SOUTH = 1 << 2;
const WEST = 1 << 3;

/**
 * One location, up to the end of the reader. `fields` has what a report does not say; where both say the same (position,
 * course, time, bits 1 to 3 of the status) the report is written and the fields are told for the reader. `latRaw`,
 * `lonRaw`, `direction` and `bcdTime` are written where the report says null because they say nothing valid.
 * @throws FrameError LENGTH
 * @source tracking notes, section 4, 0x0200; altitude with sign: section 6, vector jt808-027
 */
export function readLocation(reader: BodyReader, session: Session, stored: boolean | null): Located {
  const base = reader.take(locationBytes);
  const extras = readExtras(reader.rest());
  const alarmFlag = base.readUInt32BE(0);
  const { lat, lon, fixed, fields: place } = readPlace(base.subarray(4, 16));
  const direction = base.readUInt16BE(20);
  const bcdTime = bcdTimeOf(base.subarray(22, 28));
  const report: Report = {
    time: isoOf(bcdTime, session.zoneMinutes),
    lat,
    lon,
    speedKmh: base.readUInt16BE(18) / 10,
    courseDeg: courseOf(direction),
    altitudeM: base.readInt16BE(16),
    fixed,
  };
  const fields = {
    alarmFlag,
    alarmBits: bitsOf(alarmFlag),
    ...place,
    direction,
    bcdTime,
    ...extrasFields(extras),
  };
  return { report, condition: conditionOf(alarmFlag, extras, stored), fields };
}

/** One location as bytes. @throws FieldError for what it cannot say */
export function writeLocation(fields: Given, report: Report, at: string, session: Session): Buffer {
  const base = Buffer.alloc(locationBytes);
  base.writeUInt32BE(fields.int('alarmFlag', 0xffffffff, 0), 0);
  writePlace(fields, report, at).copy(base, 4);
  base.writeInt16BE(numberToWrite(report.altitudeM, 1, [-32768, 32767], `${at}/altitudeM`), 16);
  base.writeUInt16BE(numberToWrite(report.speedKmh, 10, [0, 6553.5], `${at}/speedKmh`), 18);
  base.writeUInt16BE(directionToWrite(report.courseDeg, fields, `${at}/courseDeg`), 20);
  bcdTimeBytes({
    time: report.time,
    bcdTime: fields.has('bcdTime') ? fields.text('bcdTime') : null,
    zoneMinutes: session.zoneMinutes,
    timeAt: `${at}/time`,
    bcdTimeAt: `${fields.pointer}/bcdTime`,
  }).copy(base, 22);
  return Buffer.concat([base, writeExtras(fields)]);
}

/** Status, latitude and longitude, 12 bytes. @source tracking notes, section 4, 0x0200 */
export function readPlace(bytes: Buffer) {
  const statusFlag = bytes.readUInt32BE(0);
  const latRaw = bytes.readUInt32BE(4);
  const lonRaw = bytes.readUInt32BE(8);
  const lat = degrees(latRaw, (statusFlag & SOUTH) !== 0, 90);
  const lon = degrees(lonRaw, (statusFlag & WEST) !== 0, 180);
  return {
    lat,
    lon,
    fixed: isFixed(statusFlag, lat, lon),
    fields: { statusFlag, accOn: (statusFlag & 1) !== 0, latRaw, lonRaw },
  };
}

/** The same 12 bytes. @throws FieldError */
export function writePlace(fields: Given, report: Report, at: string): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(rawDegrees(report.lat, 90, fields, ['latRaw', `${at}/lat`]), 4);
  bytes.writeUInt32BE(rawDegrees(report.lon, 180, fields, ['lonRaw', `${at}/lon`]), 8);
  bytes.writeUInt32BE(statusToWrite(fields.int('statusFlag', 0xffffffff, 0), report, at), 0);
  return bytes;
}

function degrees(raw: number, negative: boolean, most: number): number | null {
  if (raw > most * 1e6) return null;
  return negative && raw > 0 ? -raw / 1e6 : raw / 1e6;
}

/** What lies beyond the poles is no fix, whatever the status says. */
const isFixed = (status: number, lat: number | null, lon: number | null): boolean =>
  (status & FIXED) !== 0 && lat !== null && lon !== null;

const courseOf = (direction: number): number | null => (direction <= 360 ? direction : null);

function bitsOf(flag: number): Json[] {
  const bits: number[] = [];
  for (let bit = 0; bit < 32; bit += 1) if ((flag >>> bit) & 1) bits.push(bit);
  return bits;
}

function statusToWrite(status: number, { lat, lon, fixed }: Report, at: string): number {
  if (fixed && (lat === null || lon === null)) throw new FieldError(`${at}/fixed`, 'a fix needs a position');
  const said = fixed === isFixed(status, lat, lon);
  let written = said ? status : fixed ? status | FIXED : status & ~FIXED;
  if (lat !== null && lat !== 0) written = lat < 0 ? written | SOUTH : written & ~SOUTH;
  if (lon !== null && lon !== 0) written = lon < 0 ? written | WEST : written & ~WEST;
  return written >>> 0;
}

function rawDegrees(
  value: number | null,
  most: number,
  fields: Given,
  [rawName, at]: readonly [string, string],
): number {
  if (value !== null) return Math.abs(numberToWrite(value, 1e6, [-most, most], at));
  const raw = fields.int(rawName, 0xffffffff, 0);
  if (raw > most * 1e6) return raw;
  throw new FieldError(at, 'cannot be left out: a location has it always');
}

function directionToWrite(courseDeg: number | null, fields: Given, at: string): number {
  if (courseDeg !== null) return numberToWrite(courseDeg, 1, [0, 360], at);
  const direction = fields.int('direction', 0xffff, 0);
  if (courseOf(direction) === null) return direction;
  throw new FieldError(at, 'cannot be left out: a location has it always');
}

/** A value in steps of 1/`scale`, as an integer. */
function numberToWrite(
  value: number | null,
  scale: number,
  [least, most]: readonly [number, number],
  at: string,
): number {
  if (value === null) throw new FieldError(at, 'cannot be left out: a location has it always');
  if (!(value >= least && value <= most)) throw new FieldError(at, `is not from ${least} to ${most}`);
  const raw = Math.round(value * scale);
  if (Math.abs(value * scale - raw) > 1e-6) throw new FieldError(at, `is no multiple of ${1 / scale}`);
  return raw;
}
