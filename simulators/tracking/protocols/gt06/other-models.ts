import { z } from 'zod';
import { hexBytes, parseFields } from '../bytes/frame-fields.ts';
import type { FrameContent } from '../protocol.ts';
import { ofPosition } from './conditions.ts';
import { GPS_BLOCK, gpsFields, readGps, writeGps } from './gps-block.ts';
import type { Message } from './message.ts';
import { isPlausible, theReport } from './position.ts';

/** What a content of a later model has around its GPS block. */
interface Layout {
  /** Bytes before the block, and how they look in hexadecimal. */
  readonly prefix?: { readonly bytes: number; readonly looks: RegExp };
  /** The least that the upper half of the byte of the satellites says, where it is the length of the block. */
  readonly leastLength?: number;
  /** A status with an alarm may follow: it is not read. */
  readonly alarms?: true;
}

/** An IMEI; the same behind 01 and before a date. @source tracking notes, section 6, vectors gt06-021, -190 and gt06-186, -188 */
const imei = { bytes: 8, looks: /^0\d{15}$/ };
const imeiAndDate = { bytes: 15, looks: /^010\d{15}/ };

const placed = z.object({ prefixHex: hexBytes.exactOptional(), gps: gpsFields, restHex: hexBytes });

/** Twelve, as the manual has it; models write 11 to 15. @source Concox GT06 manual, 5.2.1.5; the range: assumption */
const LEAST_LENGTH = 11;

/**
 * A position of a later model: the GPS block of the manual, and around it bytes that nobody described. The position is
 * sure when date and place are possible; the rest is kept (`prefixHex`, `restHex`).
 * @source tracking notes, section 6, vectors of these numbers (values of the reference); that the rest holds no report:
 * assumption
 */
const placeIn = ({ prefix, leastLength = LEAST_LENGTH, alarms }: Layout): Message => ({
  read(reader, { zoneMinutes }) {
    if (reader.left < (prefix?.bytes ?? 0) + GPS_BLOCK) return null;
    const prefixHex = prefix === undefined ? '' : reader.hex(prefix.bytes);
    if (prefix !== undefined && !prefix.looks.test(prefixHex)) return null;
    const { report, fields: gps } = readGps(reader, zoneMinutes);
    if (!isPlausible(report) || gps.gpsLen < leastLength) return null;
    return {
      kind: 'position',
      reports: [report],
      conditions: [ofPosition(null)],
      fields: { ...(prefix ? { prefixHex } : {}), gps, restHex: reader.hex(reader.left) },
      ...(alarms ? { unread: true } : {}),
    };
  },
  write(writer, frame, { zoneMinutes }) {
    const { prefixHex = '', gps, restHex } = parseFields(placed, frame);
    writer.hex(prefixHex);
    writeGps(writer, theReport(frame), gps, zoneMinutes, '/reports/0');
    writer.hex(restHex);
  },
});

/** Numbers whose content has a GPS block that is not told by the manual. @source as `placeIn` */
export const otherModels: ReadonlyMap<number, Message> = new Map([
  ...[0x10, 0x11, 0x17, 0x1e, 0x24, 0x31, 0x36, 0x37, 0x38, 0xa2].map((number): [number, Message] => [
    number,
    placeIn({}),
  ]),
  [0x25, placeIn({ prefix: imeiAndDate, alarms: true })],
  [0x32, placeIn({ alarms: true })],
  [0x34, placeIn({ prefix: { bytes: 4, looks: /./ }, leastLength: 0 })],
  [0x61, placeIn({ prefix: imei })],
]);

const isPrefixed = ({ fields }: FrameContent): boolean => 'prefixHex' in fields;

/** A message of the manual, before which some models write who they are. */
function orBehind(message: Message, prefix: Layout['prefix'] & {}): Message {
  const behind = placeIn({ prefix });
  return {
    read: (reader, session) => message.read(reader.copy(), session) ?? behind.read(reader, session),
    write: (writer, frame, session) => (isPrefixed(frame) ? behind : message).write(writer, frame, session),
  };
}

/** 0x12 of models that write their IMEI first. @source tracking notes, section 6, vector gt06-190 */
export const orBehindImei = (message: Message): Message => orBehind(message, imei);

/** 0x22 of models that write IMEI and date first. @source tracking notes, section 6, vectors gt06-186 and -187 */
export const orBehindDate = (message: Message): Message => orBehind(message, imeiAndDate);
