import { FieldError, type Json, type Report, type Session } from '../protocol.ts';
import { bcdTimeBytes, bcdTimeOf, isoOf } from './clock.ts';
import type { Given } from './given.ts';
import { type BodyReader, readElements, readTail, text, uint, writeElements, writeTail } from './layout.ts';
import { readPlace, writePlace } from './location.ts';
import type { BodyContent, Located, Message } from './message.ts';

const head = [
  uint('storedFlag', 1),
  uint('vehicleType', 1),
  uint('subtype', 1),
  uint('itemCount', 1),
] as const;
const plain = [uint('transparentType', 1), text('data')] as const;

/**
 * 0x0900, data passed through. Type F0 of on-board units, subtypes 1 and 3, holds a time, items and a place, which is a
 * report without speed, course and altitude; the content of any other is `data`, with `dataHex` where it is no ASCII.
 * @source tracking notes, section 6, vectors jt808-086, -112 and -121 (values of the reference); layout: assumption
 */
export const transparent: Message = {
  kind: 'other',
  read(reader, _header, session) {
    const located = reader.copy().uint(1) === 0xf0 ? readUnit(reader.copy(), session) : null;
    return located ?? { fields: readElements(reader, plain), unread: true };
  },
  write: (fields, content, _header, session) =>
    fields.has('location') ? writeUnit(fields, content.reports, session) : writeElements(fields, plain),
};

function readUnit(reader: BodyReader, session: Session): BodyContent | null {
  if (reader.left < 11) return null;
  const transparentType = reader.uint(1);
  const bcdTime = bcdTimeOf(reader.take(6));
  const unit = readElements(reader, head);
  const items = itemsOf(reader, Number(unit['subtype']), Number(unit['itemCount']));
  if (items === null || reader.left < 12) return null;
  const { lat, lon, fixed, fields: place } = readPlace(reader.take(12));
  const time = isoOf(bcdTime, session.zoneMinutes);
  const stored = unit['storedFlag'] !== 0;
  const located: Located = {
    report: { time, lat, lon, speedKmh: null, courseDeg: null, altitudeM: null, fixed },
    condition: { alerts: [], partial: true, stored, lock: null, authorised: null, batteryPct: null },
    fields: { bcdTime, ...unit, items, ...place, ...readTail(reader) },
  };
  return {
    kind: 'position',
    fields: { transparentType, location: located.fields },
    locations: [located],
  };
}

/** Id of two bytes in subtype 1 and one in 3, one byte of length, value. */
function itemsOf(reader: BodyReader, subtype: number, count: number): Json[] | null {
  const idBytes = subtype === 1 ? 2 : subtype === 3 ? 1 : null;
  if (idBytes === null) return null;
  const items: Json[] = [];
  while (items.length < count) {
    if (reader.left < idBytes + 1) return null;
    const id = reader.take(idBytes).toString('hex');
    const length = reader.uint(1);
    if (reader.left < length) return null;
    items.push({ id, hex: reader.take(length).toString('hex') });
  }
  return items;
}

function writeUnit(fields: Given, reports: readonly Report[], session: Session): Buffer {
  const [report] = reports;
  if (!report || reports.length > 1) throw new FieldError('/reports', 'is not one report');
  for (const name of ['speedKmh', 'courseDeg', 'altitudeM'] as const)
    if (report[name] !== null) throw new FieldError(`/reports/0/${name}`, 'has no place in this message');
  const unit = fields.object('location');
  const items = unit.list('items').map((item) => {
    const value = item.bytes('hex');
    if (value.length > 0xff) throw new FieldError(`${item.pointer}/hex`, 'is longer than 255 bytes');
    return Buffer.concat([
      item.bytes('id', unit.int('subtype', 0xff) === 1 ? 2 : 1),
      Buffer.from([value.length]),
      value,
    ]);
  });
  if (items.length !== unit.int('itemCount', 0xff))
    throw new FieldError(`${unit.pointer}/itemCount`, 'is not the number of items');
  const time = bcdTimeBytes({
    time: report.time,
    bcdTime: unit.has('bcdTime') ? unit.text('bcdTime') : null,
    zoneMinutes: session.zoneMinutes,
    timeAt: '/reports/0/time',
    bcdTimeAt: `${unit.pointer}/bcdTime`,
  });
  const place = writePlace(unit, report, '/reports/0');
  return Buffer.concat([
    Buffer.from([0xf0]),
    time,
    writeElements(unit, head),
    ...items,
    place,
    writeTail(unit),
  ]);
}
