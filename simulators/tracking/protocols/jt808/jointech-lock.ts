import { FieldError, type Json, type Report } from '../protocol.ts';
import { alertsFor, conditionOf } from './condition.ts';
import { type Extras, extrasFields, readExtras, writeExtras } from './extras.ts';
import { type Given, given } from './given.ts';
import { type BodyReader, hex, readElements, uint, writeElements } from './layout.ts';
import type { Located, Message } from './message.ts';

const EAST = 4;
const NORTH = 2;
const VALID = 1;
const KMH_PER_KNOT = 1.852;

/** What stands behind the position. `mileageKm` is told in whole km. */
const elements = [
  uint('rssi', 1),
  uint('satellites', 1),
  uint('mileageKm', 4),
  uint('batteryRaw', 1),
  uint('cellId', 4),
  uint('lac', 2),
  uint('product', 1),
  uint('statusFlag', 2),
  uint('alarmFlag', 2),
] as const;

/** Position in BCD; its digits are told, and written where the report says null. Indicator: last half byte of `lonHex`. */
const digits = [hex('timeHex', 6), hex('latHex', 4), hex('lonHex', 5)] as const;

/**
 * 0x5501 (live) and 0x5502 (stored) of Jointech locks, in `fields.location`. The clock is UTC whatever the zone of the
 * session; a position has steps of 0.0001 minutes, a speed of one knot, a course of 2 degrees: what is written is the
 * nearest step. No altitude.
 * @source tracking notes, section 2, last paragraph of behaviour; section 6, vectors jt808-099 and jt808-133
 */
export const jointechLock = (stored: boolean): Message => ({
  kind: 'position',
  read(reader) {
    const located = readBlock(reader, stored);
    return { fields: { location: located.fields }, locations: [located] };
  },
  write(fields, content) {
    const [report] = content.reports;
    if (!report || content.reports.length > 1) throw new FieldError('/reports', 'is not one report');
    return writeBlock(fields.object('location'), report);
  },
});

function readBlock(reader: BodyReader, stored: boolean): Located {
  const place = readElements(reader, digits);
  const known = given(place, '');
  const lonDigits = known.text('lonHex');
  const indicator = Number.parseInt(lonDigits.slice(9), 16);
  const speedKnots = reader.uint(1);
  const directionRaw = reader.uint(1);
  const rest = readElements(reader, elements);
  const extras = readExtras(reader.rest());
  const lat = degreesOf(known.text('latHex'), (indicator & NORTH) === 0, 90);
  const lon = degreesOf(lonDigits.slice(0, 9), (indicator & EAST) === 0, 180);
  const report: Report = {
    time: timeOf(known.text('timeHex')),
    lat,
    lon,
    speedKmh: Math.round(speedKnots * KMH_PER_KNOT * 10) / 10,
    courseDeg: directionRaw <= 180 ? directionRaw * 2 : null,
    altitudeM: null,
    fixed: isFixed(indicator, lat, lon),
  };
  const condition = lockCondition(given(rest, ''), extras, stored);
  return {
    report,
    condition,
    fields: { ...place, speedKnots, directionRaw, ...rest, ...extrasFields(extras) },
  };
}

/** @source assumption (bits as the reference decoder has them) */
function lockCondition(rest: Given, extras: Extras, stored: boolean) {
  const alarm = rest.int('alarmFlag', 0xffff);
  const product = rest.int('product', 0xff);
  const low = product === 3 ? 0b1010 : product === 1 || product === 2 ? 1 : 0;
  const battery = rest.int('batteryRaw', 0xff);
  const condition = conditionOf(0, extras, stored);
  const lowAlerts = (alarm & low) !== 0 ? alertsFor(['lock-battery-low']) : [];
  const locked = (rest.int('statusFlag', 0xffff) & 0x20) !== 0;
  return {
    ...condition,
    partial: true as const,
    alerts: [...lowAlerts, ...condition.alerts],
    lock: product === 3 ? (locked ? ('LOCKED' as const) : ('UNLOCKED' as const)) : condition.lock,
    batteryPct: battery <= 100 ? battery : null,
  };
}

function writeBlock(fields: Given, report: Report): Buffer {
  const at = '/reports/0';
  if (report.altitudeM !== null) throw new FieldError(`${at}/altitudeM`, 'has no place in this message');
  const lon = coordinateDigits(report.lon, 180, fields, ['lonHex', `${at}/lon`]).slice(0, 9);
  const place: { [name: string]: Json } = {
    timeHex: timeDigits(report.time, fields),
    latHex: coordinateDigits(report.lat, 90, fields, ['latHex', `${at}/lat`]),
    lonHex: `${lon}${indicatorOf(report, fields).toString(16)}`,
  };
  return Buffer.concat([
    writeElements(given(place, fields.pointer), digits),
    Buffer.from([speedToWrite(report.speedKmh), courseToWrite(report.courseDeg, fields)]),
    writeElements(fields, elements),
    writeExtras(fields),
  ]);
}

/** UTC of DDMMYYhhmmss. */
function timeOf(timeHex: string): string | null {
  if (!/^\d{12}$/.test(timeHex)) return null;
  const iso = timeHex.replace(/^(..)(..)(..)(..)(..)(..)$/, '20$3-$2-$1T$4:$5:$6.000Z');
  const ms = Date.parse(iso);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso ? iso : null;
}

function timeDigits(time: string | null, fields: Given): string {
  if (time === null) {
    const known = fields.text('timeHex', '000000000000');
    return timeOf(known) === null ? known : '000000000000';
  }
  const found = /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.000Z$/.exec(time);
  if (!found || Number.isNaN(Date.parse(time)))
    throw new FieldError('/reports/0/time', 'is no whole second of the years 2000 to 2099 in UTC');
  const [, year, month, day, hour, minute, second] = found;
  return `${day}${month}${year}${hour}${minute}${second}`;
}

/** Degrees of DDMMmmmm or DDDMMmmmm. */
function degreesOf(known: string, negative: boolean, most: number): number | null {
  const minutes = Number(known.slice(-6));
  if (!/^\d+$/.test(known) || minutes >= 600_000) return null;
  const total = Number(known.slice(0, -6)) * 600_000 + minutes;
  if (total > most * 600_000) return null;
  const degrees = Math.round((total * 1e7) / 600_000) / 1e7;
  return negative && degrees > 0 ? -degrees : degrees;
}

function coordinateDigits(
  value: number | null,
  most: 90 | 180,
  fields: Given,
  [name, at]: readonly [string, string],
): string {
  const width = most === 90 ? 8 : 9;
  if (value === null) {
    const known = fields.text(name, '');
    if (known.length >= width && degreesOf(known.slice(0, width), false, most) === null) return known;
    throw new FieldError(at, 'cannot be left out: a location has it always');
  }
  if (!(value >= -most && value <= most)) throw new FieldError(at, `is not from -${most} to ${most}`);
  const total = Math.round(Math.abs(value) * 600_000);
  const degrees = Math.floor(total / 600_000);
  return `${degrees * 1_000_000 + (total % 600_000)}`.padStart(width, '0');
}

/** Without a place there is no fix, whatever the indicator says. */
const isFixed = (indicator: number, lat: number | null, lon: number | null): boolean =>
  (indicator & VALID) !== 0 && lat !== null && lon !== null;

function indicatorOf({ lat, lon, fixed }: Report, fields: Given): number {
  const lonHex = fields.text('lonHex', '0000000006');
  let indicator = Number.parseInt(lonHex.slice(9, 10) || '6', 16);
  if (fixed && (lat === null || lon === null))
    throw new FieldError('/reports/0/fixed', 'a fix needs a position');
  if (fixed !== isFixed(indicator, lat, lon)) indicator = fixed ? indicator | VALID : indicator & ~VALID;
  if (lat !== null && lat !== 0) indicator = lat > 0 ? indicator | NORTH : indicator & ~NORTH;
  if (lon !== null && lon !== 0) indicator = lon > 0 ? indicator | EAST : indicator & ~EAST;
  return indicator & 0xf;
}

function speedToWrite(speedKmh: number | null): number {
  const knots = Math.round((speedKmh ?? -1) / KMH_PER_KNOT);
  if (knots >= 0 && knots <= 255) return knots;
  throw new FieldError('/reports/0/speedKmh', 'is not from 0 to 255 knots');
}

function courseToWrite(courseDeg: number | null, fields: Given): number {
  if (courseDeg === null) {
    const known = fields.int('directionRaw', 0xff, 0);
    if (known > 180) return known;
    throw new FieldError('/reports/0/courseDeg', 'cannot be left out: a location has it always');
  }
  if (courseDeg >= 0 && courseDeg <= 360) return Math.round(courseDeg / 2);
  throw new FieldError('/reports/0/courseDeg', 'is not from 0 to 360');
}
