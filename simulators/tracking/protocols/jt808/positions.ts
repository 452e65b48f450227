import { FieldError, type FrameContent, FrameError, type Report, type Session } from '../protocol.ts';
import { bcdTimeOf, digitBytes } from './clock.ts';
import type { Given } from './given.ts';
import { BodyReader, uintBytes } from './layout.ts';
import { locationBytes, readLocation, writeLocation } from './location.ts';
import type { BodyContent, Located, Message } from './message.ts';

/** 0x0200: one location in `fields.location`. @source tracking notes, section 4, 0x0200 */
export const position: Message = {
  kind: 'position',
  read: (reader, _header, session) => single(readLocation(reader, session, null)),
  write: (fields, content, _header, session) => writeSingle(fields, content, session),
};

/**
 * 0x0201 and 0x0500, answers to a query and to a control of the vehicle: serial of the frame answered, location.
 * @source JT/T 808, 0x0201 as in vector jt808-038; JT/T 808-2013 table 51 for 0x0500 (assumption: not read in the standard)
 */
export const queriedPosition: Message = {
  kind: 'position',
  read(reader, _header, session) {
    const ackSerial = reader.uint(2);
    const { fields, locations } = single(readLocation(reader, session, null));
    return { fields: { ackSerial, ...fields }, ...(locations ? { locations } : {}) };
  },
  write: (fields, content, _header, session) =>
    Buffer.concat([uintBytes(fields.int('ackSerial', 0xffff), 2), writeSingle(fields, content, session)]),
};

const single = (located: Located): BodyContent => ({
  fields: { location: located.fields },
  locations: [located],
});

function writeSingle(fields: Given, content: FrameContent, session: Session): Buffer {
  const [report] = content.reports;
  if (!report || content.reports.length > 1) throw new FieldError('/reports', 'is not one report');
  return writeLocation(fields.object('location'), report, '/reports/0', session);
}

/**
 * 0x0704, several locations in `fields.locations`. `batchType` 1: from the blind area, stored. A batch is as long as its
 * locations; a count that differs is refused.
 * @source tracking notes, section 4, 0x0704
 */
export const batch: Message = {
  kind: 'position',
  read(reader, _header, session) {
    const countAt = reader.offset;
    const itemCount = reader.uint(2);
    const batchType = reader.uint(1);
    const locations = readItems(reader, 2, session, batchType === 0 ? false : batchType === 1 ? true : null);
    if (locations.length !== itemCount)
      throw new FrameError(
        'VALUE',
        countAt,
        `${itemCount} locations are announced, ${locations.length} are there`,
      );
    return { fields: { itemCount, batchType, locations: locations.map(({ fields }) => fields) }, locations };
  },
  write(fields, content, _header, session) {
    const items = writeItems(fields, content, 2, session);
    return Buffer.concat([
      uintBytes(content.reports.length, 2),
      uintBytes(fields.int('batchType', 0xff), 1),
      ...items,
    ]);
  },
};

/**
 * 0x0210 of some vendors: locations behind one byte of length, or battery and time alone; anything else in `bodyHex`.
 * @source tracking notes, section 6, vectors jt808-115 and jt808-165
 */
export const vendorBatch: Message = {
  kind: 'position',
  read(reader, _header, session) {
    const offset = reader.offset;
    const bytes = reader.rest();
    if (bytes.length === 7) return batteryAndTime(bytes);
    try {
      const locations = readItems(new BodyReader(bytes, offset), 1, session, null);
      if (locations.length > 0)
        return { fields: { locations: locations.map(({ fields }) => fields) }, locations };
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
    }
    return { kind: 'other', fields: { bodyHex: bytes.toString('hex') }, unread: true };
  },
  write(fields, content, _header, session) {
    if (fields.has('locations')) return Buffer.concat(writeItems(fields, content, 1, session));
    if (content.reports.length > 0) throw new FieldError('/fields/locations', 'is missing');
    if (fields.has('bodyHex')) return fields.bytes('bodyHex');
    const time = digitBytes(fields.text('bcdTime'), '/fields/bcdTime');
    return Buffer.concat([uintBytes(fields.int('batteryPct', 0xff), 1), time]);
  },
};

function batteryAndTime(bytes: Buffer): BodyContent {
  const batteryPct = bytes.readUInt8(0);
  const known = batteryPct <= 100 ? batteryPct : null;
  return {
    kind: 'other',
    fields: { batteryPct, bcdTime: bcdTimeOf(bytes.subarray(1)) },
    condition: { alerts: [], stored: null, lock: null, authorised: null, batteryPct: known },
  };
}

function readItems(reader: BodyReader, prefix: 1 | 2, session: Session, stored: boolean | null): Located[] {
  const locations: Located[] = [];
  while (reader.left > 0) {
    const length = reader.uint(prefix);
    if (length < locationBytes)
      throw new FrameError('LENGTH', reader.offset - prefix, `a location of ${length} bytes`);
    const offset = reader.offset;
    locations.push(readLocation(new BodyReader(reader.take(length), offset), session, stored));
  }
  return locations;
}

function writeItems(fields: Given, content: FrameContent, prefix: 1 | 2, session: Session): Buffer[] {
  const list = fields.list('locations');
  if (list.length !== content.reports.length)
    throw new FieldError('/fields/locations', `is not one for each of ${content.reports.length} reports`);
  return content.reports.map((report: Report, index) => {
    const location = list[index];
    if (!location) throw new FieldError(`/fields/locations/${index}`, 'is missing');
    const bytes = writeLocation(location, report, `/reports/${index}`, session);
    if (bytes.length >= 256 ** prefix)
      throw new FieldError(
        `/fields/locations/${index}`,
        `${bytes.length} bytes are more than its length can say`,
      );
    return Buffer.concat([uintBytes(bytes.length, prefix), bytes]);
  });
}
