import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { hexBytes, parseFields, u8, u32 } from '../bytes/frame-fields.ts';
import { FieldError, type FrameContent, type Report } from '../protocol.ts';
import { ofPosition } from './conditions.ts';
import { GPS_BLOCK, type GpsFields, gpsFields, readGps, writeGps } from './gps-block.ts';
import { type CellForm, lbsFields, readLbs, writeLbs } from './lbs.ts';
import type { Message } from './message.ts';

/** Bytes behind what we know of a content; models add some. */
export const restHexFields = { restHex: hexBytes.exactOptional() };

const locationFields = z.object({ gps: gpsFields, lbs: lbsFields, ...restHexFields });

/** @source Concox GT06 manual; 0x22: reporting mode, re-upload and mileage of later models (LL301) */
const longFields = locationFields.extend({
  acc: u8,
  uploadMode: u8,
  reupload: u8,
  mileageM: u32.exactOptional(),
});

/** Bytes that follow, as hexadecimal; nothing when there are none. */
export const restOf = (reader: ByteReader): { restHex?: string } =>
  reader.left > 0 ? { restHex: reader.hex(reader.left) } : {};

/** A content longer than the layout is taken for it only when its date and place are possible. */
export const isPlausible = ({ time, lat, lon }: Report): boolean =>
  time !== null && lat !== null && lon !== null;

/** The one report of a frame. @throws FieldError when there is another number of them */
export function theReport({ reports }: FrameContent): Report {
  const [report, ...more] = reports;
  if (report === undefined || more.length > 0)
    throw new FieldError('/reports', `a frame of GT06 has one report, not ${reports.length}`);
  return report;
}

/** Writes the GPS block of the one report. */
export const writeTheGps = (writer: ByteWriter, frame: FrameContent, gps: GpsFields, zone: number): void =>
  writeGps(writer, theReport(frame), gps, zone, '/reports/0');

/** Location, 0x12: position and cell. @source Concox GT06 manual, 5.2 */
export const location: Message = {
  read(reader, { zoneMinutes }) {
    if (reader.left < GPS_BLOCK) return null;
    const { report, fields: gps } = readGps(reader, zoneMinutes);
    const lbs = readLbs(reader);
    if (lbs === null || (reader.left > 0 && !isPlausible(report))) return null;
    const fields = { gps, lbs, ...restOf(reader) };
    return { kind: 'position', reports: [report], conditions: [ofPosition(null)], fields };
  },
  write(writer, frame, { zoneMinutes }) {
    const { gps, lbs, restHex: rest = '' } = parseFields(locationFields, frame);
    writeTheGps(writer, frame, gps, zoneMinutes);
    writeLbs(writer, lbs, '/fields/lbs');
    writer.hex(rest);
  },
};

/**
 * Location, 0x22: as 0x12, then ignition, why it was sent, whether it is from the memory, mileage. 0xA0 of 4G models is
 * the same with a long cell.
 * @source LL301 protocol for 0x22; tracking notes, section 6, vectors gt06-045, -046 and -192 for 0xA0
 */
const longLocationWith = (form: CellForm): Message => ({
  read(reader, { zoneMinutes }) {
    if (reader.left < GPS_BLOCK) return null;
    const { report, fields: gps } = readGps(reader, zoneMinutes);
    const lbs = readLbs(reader, form);
    if (lbs === null || reader.left < 3) return null;
    const tail = { acc: reader.u8(), uploadMode: reader.u8(), reupload: reader.u8() };
    const mileage = reader.left >= 4 ? { mileageM: reader.u32() } : {};
    if (reader.left > 0 && !isPlausible(report)) return null;
    const fields = { gps, lbs, ...tail, ...mileage, ...restOf(reader) };
    return { kind: 'position', reports: [report], conditions: [ofPosition(storedOf(tail.reupload))], fields };
  },
  write(writer, frame, { zoneMinutes }) {
    const {
      gps,
      lbs,
      acc,
      uploadMode,
      reupload,
      mileageM,
      restHex: rest = '',
    } = parseFields(longFields, frame);
    writeTheGps(writer, frame, gps, zoneMinutes);
    writeLbs(writer, lbs, '/fields/lbs');
    writer.u8(acc).u8(uploadMode).u8(reupload);
    if (mileageM !== undefined) writer.u32(mileageM);
    writer.hex(rest);
  },
});

export const longLocation = longLocationWith('plain');
export const cell4gLocation = longLocationWith('long');

const storedOf = (reupload: number): boolean | null => (reupload > 1 ? null : reupload === 1);
