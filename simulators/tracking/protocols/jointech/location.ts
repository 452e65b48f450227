import { readBcd, readBcdNibbles } from '../bytes/bcd.ts';
import { FieldError, FrameError, type Json, type Report } from '../protocol.ts';
import { round } from '../round.ts';
import { clockToIso, isoToClock } from './device-clock.ts';
import { byteOfKmh, kmhOfByte } from './speed.ts';

/** Bytes from the date to the direction, the same in all binary frames. */
export const LOCATION_LENGTH = 17;

/** Ten-thousandths of a minute in a degree. */
const UNITS_PER_DEGREE = 600_000;

/** What the report of a location block cannot keep, as it stands in the fields of the frame. */
interface LocationRest {
  /** Nibble of the indicator: bit 3 always set by the maker, bit 2 east, bit 1 north, bit 0 fix. */
  readonly indicator: number;
  /** Digits of a clock that shows no date; then the time of the report is null. */
  readonly clockDigits?: string;
  /** Byte of a direction beyond 360 degrees; then the course of the report is null. */
  readonly courseByte?: number;
}

/**
 * Reads the location block at `offset`: date, time, latitude DDMM.MMMM, longitude DDDMM.MMMM, indicator, knots, half
 * degrees.
 *
 * @throws FrameError VALUE for digits that are none, minutes from 60 on, degrees beyond the poles or the antimeridian
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2); speed is plain binary knots
 */
export function readLocation(
  bytes: Buffer,
  offset: number,
  zoneMinutes: number,
): { readonly report: Report; readonly rest: LocationRest } {
  const digits = readBcd(bytes, offset, 6);
  const indicator = bytes.readUInt8(offset + 14) & 0x0f;
  const lat = degrees(readBcd(bytes, offset + 6, 4), 90, offset + 6);
  const lon = degrees(readBcdNibbles(bytes, (offset + 10) * 2, 9), 180, offset + 10);
  const direction = bytes.readUInt8(offset + 16);
  const time = clockToIso(digits, zoneMinutes);
  return {
    report: {
      time,
      lat: round(indicator & 2 ? lat : -lat, 7),
      lon: round(indicator & 4 ? lon : -lon, 7),
      speedKmh: kmhOfByte(bytes.readUInt8(offset + 15)),
      courseDeg: direction > 180 ? null : direction * 2,
      altitudeM: null,
      fixed: (indicator & 1) === 1,
    },
    rest: {
      indicator,
      ...(time === null ? { clockDigits: digits } : {}),
      ...(direction > 180 ? { courseByte: direction } : {}),
    },
  };
}

function degrees(digits: string, most: number, offset: number): number {
  const minutes = Number(digits.slice(-6));
  const units = Number(digits.slice(0, -6)) * UNITS_PER_DEGREE + minutes;
  if (minutes < UNITS_PER_DEGREE && units <= most * UNITS_PER_DEGREE) return units / UNITS_PER_DEGREE;
  throw new FrameError('VALUE', offset, `${digits} is no angle up to ${most} degrees`);
}

/**
 * Writes the location block; the report wins over the indicator, which decides only the hemispheres of a zero and bit 3.
 * Degrees, speed and course are written as the nearest value that the block has.
 *
 * @param pointer of the report in the frame
 * @throws FieldError for what the block cannot say
 */
export function writeLocation(
  report: Report,
  rest: LocationRest,
  zoneMinutes: number,
  pointer: string,
): Buffer {
  if (report.altitudeM !== null) throw new FieldError(`${pointer}/altitudeM`, 'the frame has no altitude');
  const clock = clockOf(report, rest, zoneMinutes, pointer);
  const lat = angleUnits(report.lat, 90, `${pointer}/lat`);
  const lon = angleUnits(report.lon, 180, `${pointer}/lon`);
  const north = lat === 0 ? rest.indicator & 2 : lat > 0 ? 2 : 0;
  const east = lon === 0 ? rest.indicator & 4 : lon > 0 ? 4 : 0;
  const indicator = (rest.indicator & 8) | east | north | (report.fixed ? 1 : 0);
  const angles = angleDigits(lat, 2) + angleDigits(lon, 3);
  const block = Buffer.from(`${clock}${angles}${indicator.toString(16)}0000`, 'hex');
  block[15] = byteOf(byteOfKmh(report.speedKmh ?? Number.NaN), 255, `${pointer}/speedKmh`);
  block[16] = rest.courseByte ?? 0;
  if (report.courseDeg !== null) block[16] = byteOf(report.courseDeg / 2, 180, `${pointer}/courseDeg`);
  else if (rest.courseByte === undefined) throw new FieldError(`${pointer}/courseDeg`, 'a course is needed');
  return block;
}

function clockOf(report: Report, rest: LocationRest, zoneMinutes: number, pointer: string): string {
  if (report.time !== null) return isoToClock(report.time, zoneMinutes, `${pointer}/time`);
  if (rest.clockDigits !== undefined && /^[0-9]{12}$/.test(rest.clockDigits)) return rest.clockDigits;
  throw new FieldError(`${pointer}/time`, 'a time is needed, or the twelve digits of the clock');
}

function angleUnits(value: number | null, most: number, pointer: string): number {
  if (value === null || !(Math.abs(value) <= most))
    throw new FieldError(pointer, `degrees from -${most} to ${most} are needed, not ${value}`);
  return Math.round(value * UNITS_PER_DEGREE);
}

function angleDigits(units: number, degreeDigits: number): string {
  const whole = Math.abs(units);
  const rest = whole % UNITS_PER_DEGREE;
  const full = (whole - rest) / UNITS_PER_DEGREE;
  return String(full).padStart(degreeDigits, '0') + String(rest).padStart(6, '0');
}

function byteOf(value: number, most: number, pointer: string): number {
  const byte = Math.round(value);
  if (byte >= 0 && byte <= most) return byte;
  throw new FieldError(pointer, 'it does not fit the byte of the frame');
}

/** What `writeLocation` needs beside the report, from the fields of a frame. @throws FieldError */
export function locationRestOf(fields: { readonly [name: string]: Json }, pointer = '/fields'): LocationRest {
  const { indicator, clockDigits, courseByte } = fields;
  if (typeof indicator !== 'number' || !Number.isInteger(indicator) || indicator < 0 || indicator > 15)
    throw new FieldError(`${pointer}/indicator`, 'a whole number from 0 to 15 is needed');
  const beyond =
    typeof courseByte === 'number' && Number.isInteger(courseByte) && courseByte > 180 && courseByte < 256;
  if (courseByte !== undefined && !beyond)
    throw new FieldError(`${pointer}/courseByte`, 'a whole number from 181 to 255 is needed');
  return {
    indicator,
    ...(typeof clockDigits === 'string' ? { clockDigits } : {}),
    ...(beyond ? { courseByte } : {}),
  };
}
