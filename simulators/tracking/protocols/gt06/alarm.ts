import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import { hexBytes, parseFields, u8 } from '../bytes/frame-fields.ts';
import { ofAlarm, ofPosition } from './conditions.ts';
import { GPS_BLOCK, gpsFields, readGps } from './gps-block.ts';
import { type CellForm, LBS, lbsBytes, lbsFields, readLbs, writeLbs } from './lbs.ts';
import type { Message } from './message.ts';
import { isPlausible, restHexFields, restOf, writeTheGps } from './position.ts';
import { bitsOf, readStatus, STATUS, statusFields, writeStatus } from './status.ts';

/** `lbsLen` is 8 or, when it counts itself, 9: the cell has 8 bytes in both. */
const manualFields = z.object({
  gps: gpsFields,
  lbsLen: u8,
  lbs: lbsFields,
  ...statusFields.shape,
  ...restHexFields,
});

/** Models lay out the rest in their own ways: the position is sure, the alarm is not told. */
const otherFields = z.object({ gps: gpsFields, restHex: hexBytes });

/**
 * Alarm: position, cell, status with the alarm code. 0x16 and 0x26 end there; 0x27 adds the number of the fence
 * (`restHex`), and some models other bytes; 0xA4 of 4G models is 0x27 with a long cell.
 * @source Concox GT06 manual, 5.3.1; tracking notes, section 6, vectors gt06-041, -054 and -196 (what models add), -020
 * and -104 (0xA4); assumption
 */
const alarmWith = (formOf: (reader: ByteReader, plausible: boolean) => CellForm | null): Message => ({
  read(reader, { zoneMinutes }) {
    if (reader.left < GPS_BLOCK) return null;
    const { report, fields: gps } = readGps(reader, zoneMinutes);
    const base = { kind: 'alarm' as const, reports: [report] };
    const form = formOf(reader, isPlausible(report));
    if (form === null) {
      if (!isPlausible(report)) return null;
      const fields = { gps, restHex: reader.hex(reader.left) };
      return { ...base, conditions: [ofPosition(null)], fields, unread: true };
    }
    const lbsLen = reader.u8();
    const lbs = readLbs(reader, form);
    if (lbs === null) return null;
    const status = readStatus(reader);
    return {
      ...base,
      conditions: [ofAlarm(status)],
      fields: { gps, lbsLen, lbs, ...status, ...bitsOf(status), ...restOf(reader) },
    };
  },
  write(writer, frame, { zoneMinutes }) {
    if (!('lbs' in frame.fields)) {
      const { gps, restHex } = parseFields(otherFields, frame);
      writeTheGps(writer, frame, gps, zoneMinutes);
      writer.hex(restHex);
      return;
    }
    const { gps, lbsLen, lbs, restHex = '', ...status } = parseFields(manualFields, frame);
    writeTheGps(writer, frame, gps, zoneMinutes);
    writer.u8(lbsLen);
    writeLbs(writer, lbs, '/fields/lbs');
    writeStatus(writer, status).hex(restHex);
  },
});

/** Null: laid out in a way that is not known. */
const manualForm =
  (fence: boolean) =>
  (reader: ByteReader, plausible: boolean): CellForm | null => {
    const wideMnc = (reader.following ?? 0) >= 0x80;
    const more = reader.left - (1 + lbsBytes('plain', wideMnc) + STATUS);
    if (more === 0) return 'plain';
    if (more < 0 || !plausible || wideMnc) return null;
    if (fence && more === 1) return 'plain';
    // A length of 9 that does not count itself: the cell has four bytes.
    if (reader.next === LBS + 1 && more === 1) return 'wideCid';
    return reader.next === LBS ? 'plain' : null;
  };

/** The length counts itself; the number of the fence follows the status. */
function longForm(reader: ByteReader, plausible: boolean): CellForm | null {
  const bytes = lbsBytes('long', (reader.following ?? 0) >= 0x80);
  const whole = reader.left === 1 + bytes + STATUS + 1;
  return plausible && whole && reader.next === bytes + 1 ? 'long' : null;
}

export const alarm = alarmWith(manualForm(false));
export const fenceAlarm = alarmWith(manualForm(true));
export const longAlarm = alarmWith(longForm);
