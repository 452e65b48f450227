import { readBcd, writeBcd } from '../bytes/bcd.ts';
import { refuseContradiction } from '../contradiction.ts';
import { hexField, numberField, onlyReport, textField } from '../field-access.ts';
import { type Condition, FieldError, type FrameContent, FrameError, type Session } from '../protocol.ts';
import { readExtras, writeExtras } from './extras.ts';
import { locationRestOf, readLocation, writeLocation } from './location.ts';
import { alertsOfStatus, lockOfStatus, statusNames } from './status.ts';

/** Bytes before the date. */
const HEADER = 10;
/** Bytes of a frame without anything between signal strength and serial. */
const SHORTEST = 45;
const AT = {
  mileage: 27,
  satellites: 31,
  vehicle: 32,
  status: 36,
  battery: 38,
  cell: 39,
  lac: 41,
  gsm: 43,
  extras: 44,
};
const CHARGING = 0xff;
/** A longer frame would have a length above 255, which marks the older format. */
const MOST_EXTRAS = 220;

/** Names of the data types; `subNew` is of the JT701D only. */
const dataTypes = new Map([
  [1, 'realtime'],
  [2, 'alarm'],
  [3, 'blindArea'],
  [4, 'subNew'],
]);

/**
 * Reads a position or alarm frame of a JT701 (version 0x17) or JT701D (0x19), or of an older lock with the same layout.
 * Its length is that of its length field: what lies between the fields known and the serial stays in `extraHex`.
 * A frame of data type 2 is an alarm, all others are positions, also when an alarm bit is set in them.
 *
 * @throws FrameError LENGTH, VALUE
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2)
 */
export function readLongFrame(frame: Buffer, session: Session): FrameContent {
  if (frame.length < SHORTEST)
    throw new FrameError(
      'LENGTH',
      8,
      `a position frame has ${SHORTEST} bytes or more, this one ${frame.length}`,
    );
  const deviceId = readBcd(frame, 1, 5);
  const { report, rest } = readLocation(frame, HEADER, session.zoneMinutes);
  const kinds = frame.readUInt8(7);
  const dataType = kinds & 0x0f;
  const statusCode = frame.readUInt16BE(AT.status);
  const battery = frame.readUInt8(AT.battery);
  return {
    kind: dataType === 2 ? 'alarm' : 'position',
    deviceId,
    reports: [report],
    conditions: [conditionOf(statusCode, dataType, battery)],
    fields: {
      protocolVersion: `0x${frame.toString('hex', 6, 7)}`,
      deviceType: kinds >> 4,
      dataType,
      dataTypeName: dataTypes.get(dataType) ?? null,
      dataLength: frame.length - HEADER,
      frameLength: frame.length,
      ...rest,
      mileageKm: frame.readUInt32BE(AT.mileage),
      satellites: frame.readUInt8(AT.satellites),
      vehicleId: frame.toString('hex', AT.vehicle, AT.vehicle + 4),
      statusHex: frame.toString('hex', AT.status, AT.status + 2),
      status: statusNames(statusCode),
      battery: battery === CHARGING ? 'charging' : battery,
      cellIdLow: frame.readUInt16BE(AT.cell),
      lac: frame.readUInt16BE(AT.lac),
      gsmSignal: frame.readUInt8(AT.gsm),
      ...readExtras(frame.subarray(AT.extras, -1)),
      serial: frame.readUInt8(frame.length - 1),
    },
  };
}

/** What the lock says of itself. An alarm frame may be sent at once or from memory: it does not tell. */
export function conditionOf(statusCode: number, dataType: number, battery: number): Condition {
  return {
    alerts: alertsOfStatus(statusCode),
    stored: dataType === 2 || !dataTypes.has(dataType) ? null : dataType === 3,
    lock: lockOfStatus(statusCode),
    authorised: null,
    batteryPct: battery <= 100 ? battery : null,
  };
}

/**
 * Writes what `readLongFrame` gives. The names of codes (`dataTypeName`, `wakeSource`, `status`) and the lengths explain
 * and may be left out; when they are there they must agree with what they explain.
 *
 * @throws FieldError for what the frame cannot say
 */
export function writeLongFrame(content: FrameContent, session: Session): Buffer {
  const { fields, deviceId } = content;
  const extras = writeExtras(fields);
  if (extras.length > MOST_EXTRAS)
    throw new FieldError('/fields/extraHex', `at most ${MOST_EXTRAS} bytes follow the signal strength`);
  const frame = Buffer.alloc(AT.extras + extras.length + 1);
  if (deviceId === null || !/^[0-9]{10}$/.test(deviceId))
    throw new FieldError('/deviceId', 'ten digits are needed');
  frame[0] = 0x24;
  writeBcd(frame, 1, 5, deviceId);
  frame.write(
    textField(fields, 'protocolVersion', /^0x[0-9a-f]{2}$/, 'a version such as 0x19').slice(2),
    6,
    'hex',
  );
  frame[7] = (numberField(fields, 'deviceType', 15) << 4) | numberField(fields, 'dataType', 15);
  frame.writeUInt16BE(frame.length - HEADER, 8);
  writeLocation(onlyReport(content), locationRestOf(fields), session.zoneMinutes, '/reports/0').copy(
    frame,
    HEADER,
  );
  frame.writeUInt32BE(numberField(fields, 'mileageKm', 0xffff_ffff), AT.mileage);
  frame[AT.satellites] = numberField(fields, 'satellites', 255);
  hexField(fields, 'vehicleId', 4).copy(frame, AT.vehicle);
  hexField(fields, 'statusHex', 2).copy(frame, AT.status);
  frame[AT.battery] = fields['battery'] === 'charging' ? CHARGING : numberField(fields, 'battery', 254);
  frame.writeUInt16BE(numberField(fields, 'cellIdLow', 0xffff), AT.cell);
  frame.writeUInt16BE(numberField(fields, 'lac', 0xffff), AT.lac);
  frame[AT.gsm] = numberField(fields, 'gsmSignal', 255);
  extras.copy(frame, AT.extras);
  frame[frame.length - 1] = numberField(fields, 'serial', 255);
  refuseContradiction(content, readLongFrame(frame, session), ['indicator']);
  return frame;
}
