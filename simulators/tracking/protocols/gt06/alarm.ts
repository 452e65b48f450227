import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import { hexBytes, parseFields, u8 } from '../bytes/frame-fields.ts';
import { ofAlarm, ofPosition } from './conditions.ts';
import { GPS_BLOCK, gpsFields, readGps } from './gps-block.ts';
import { LBS, lbsFields, readLbs, writeLbs } from './lbs.ts';
import type { Message } from './message.ts';
import { isPlausible, writeTheGps } from './position.ts';
import { bitsOf, readStatus, STATUS, statusFields, writeStatus } from './status.ts';

/** `lbsLen` is 8 or, when it counts itself, 9: the cell has 8 bytes in both. */
const manualFields = z.object({ gps: gpsFields, lbsLen: u8, lbs: lbsFields, ...statusFields.shape });

/** Models lay out the rest in their own ways: the position is sure, the alarm is not told. */
const otherFields = z.object({ gps: gpsFields, restHex: hexBytes });

/** Alarm, 0x16 and 0x26: position, cell, status with the alarm code. @source Concox GT06 manual, 5.3.1 */
export const alarm: Message = {
  read(reader, { zoneMinutes }) {
    if (reader.left < GPS_BLOCK) return null;
    const { report, fields: gps } = readGps(reader, zoneMinutes);
    const base = { kind: 'alarm' as const, reports: [report] };
    if (reader.left !== 1 + lbsBytes(reader) + STATUS) {
      if (!isPlausible(report)) return null;
      return { ...base, conditions: [ofPosition(null)], fields: { gps, restHex: reader.hex(reader.left) } };
    }
    const lbsLen = reader.u8();
    const lbs = readLbs(reader);
    if (lbs === null) return null;
    const status = readStatus(reader);
    return {
      ...base,
      conditions: [ofAlarm(status)],
      fields: { gps, lbsLen, lbs, ...status, ...bitsOf(status) },
    };
  },
  write(writer, frame, { zoneMinutes }) {
    if (!('lbs' in frame.fields)) {
      const { gps, restHex } = parseFields(otherFields, frame);
      writeTheGps(writer, frame, gps, zoneMinutes);
      writer.hex(restHex);
      return;
    }
    const { gps, lbsLen, lbs, ...status } = parseFields(manualFields, frame);
    writeTheGps(writer, frame, gps, zoneMinutes);
    writer.u8(lbsLen);
    writeLbs(writer, lbs, '/fields/lbs');
    writeStatus(writer, status);
  },
};

/** Bytes of the cell behind its length: one more with a network code of two bytes. */
const lbsBytes = (reader: ByteReader): number => LBS + ((reader.following ?? 0) >= 0x80 ? 1 : 0);
