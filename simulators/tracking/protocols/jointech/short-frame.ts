import { readBcd, writeBcd } from '../bytes/bcd.ts';
import { refuseContradiction } from '../contradiction.ts';
import { hexField, numberField } from '../field-access.ts';
import {
  type Condition,
  FieldError,
  type FrameContent,
  FrameError,
  type Json,
  type Session,
} from '../protocol.ts';
import { LOCATION_LENGTH, locationRestOf, readLocation, writeLocation } from './location.ts';

const HEADER = 9;
/** Bytes of one record: a location and ten bytes that differ from model to model. */
const RECORD = 27;

const silent: Condition = { alerts: [], stored: null, lock: null, authorised: null, batteryPct: null };

/**
 * Reads a frame of the older JT600: any number of records of 27 bytes, which begin with the same location block as those
 * of the JT701. The ten bytes after it are kept as they are (`detailHex`), their meaning depends on the model.
 *
 * @throws FrameError LENGTH, VALUE
 * @source tracking notes, clause 2 (length at offset 7); the size of a record: the vectors of the JT600, all of which have it
 */
export function readShortFrame(frame: Buffer, session: Session): FrameContent {
  const body = frame.length - HEADER - 1;
  if (body < RECORD || body % RECORD !== 0)
    throw new FrameError('LENGTH', 7, `${body} bytes are no whole number of records of ${RECORD} bytes`);
  const kinds = frame.readUInt8(6);
  const locations = Array.from({ length: body / RECORD }, (_, index) => {
    const offset = HEADER + index * RECORD;
    const { report, rest } = readLocation(frame, offset, session.zoneMinutes);
    const detailHex = frame.toString('hex', offset + LOCATION_LENGTH, offset + RECORD);
    return { report, record: { ...rest, detailHex } };
  });
  return {
    kind: 'position',
    deviceId: readBcd(frame, 1, 5),
    reports: locations.map(({ report }) => report),
    conditions: locations.map(() => silent),
    fields: {
      format: 'short',
      deviceType: kinds >> 4,
      dataType: kinds & 0x0f,
      records: locations.map(({ record }) => record),
      serial: frame.readUInt8(frame.length - 1),
    },
  };
}

/** Writes what `readShortFrame` gives: as many reports as records. @throws FieldError */
export function writeShortFrame(content: FrameContent, session: Session): Buffer {
  const { fields, deviceId, reports } = content;
  const records = recordsOf(fields['records'], reports.length);
  if (deviceId === null || !/^[0-9]{10}$/.test(deviceId))
    throw new FieldError('/deviceId', 'ten digits are needed');
  const header = Buffer.alloc(HEADER);
  header[0] = 0x24;
  writeBcd(header, 1, 5, deviceId);
  header[6] = (numberField(fields, 'deviceType', 15) << 4) | numberField(fields, 'dataType', 15);
  header.writeUInt16BE(records.length * RECORD, 7);
  const parts = reports.flatMap((report, index) => {
    const record = records[index] ?? {};
    const rest = locationRestOf(record, `/fields/records/${index}`);
    return [
      writeLocation(report, rest, session.zoneMinutes, `/reports/${index}`),
      hexField(record, 'detailHex', RECORD - LOCATION_LENGTH),
    ];
  });
  const frame = Buffer.concat([header, ...parts, Buffer.from([numberField(fields, 'serial', 255)])]);
  refuseContradiction(content, readShortFrame(frame, session), ['records']);
  return frame;
}

/** Most records of a frame that the length field can tell from the longer format: 75 x 27 bytes. */
const MOST_RECORDS = 75;

function recordsOf(value: Json | undefined, reports: number): { readonly [name: string]: Json }[] {
  if (!Array.isArray(value) || value.length !== reports || reports === 0 || reports > MOST_RECORDS)
    throw new FieldError('/fields/records', `a list of ${reports} records is needed, 1 to ${MOST_RECORDS}`);
  return value.map((record: Json, index) => {
    if (typeof record === 'object' && record !== null && !Array.isArray(record))
      return Object.fromEntries(Object.entries(record));
    throw new FieldError(`/fields/records/${index}`, 'an object is needed');
  });
}
