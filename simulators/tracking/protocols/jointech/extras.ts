import { hexField, numberField } from '../field-access.ts';
import type { FrameContent, Json } from '../protocol.ts';

/** Bytes 44 to 60 of a frame of a JT701D, fence to network code; the serial follows. */
const FULL = 17;
/** Extended status, bits 0 to 3. @source tracking notes, clause 2, offset 45 */
const wakeSources = [
  'restart',
  'rtc',
  'vibration',
  'coverOpened',
  'rope',
  'charging',
  'rfid',
  'lora',
  'vipSms',
  'otherSms',
] as const;

/**
 * Reads what lies between signal strength and serial. A full frame has 17 bytes there or more; a shorter one has fence
 * and extended status, or nothing. What is not known stays in `extraHex`.
 *
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2); that the first two bytes of shorter frames mean the same: assumption
 */
export function readExtras(bytes: Buffer): { [name: string]: Json } {
  if (bytes.length < 2) return bytes.length === 0 ? {} : { extraHex: bytes.toString('hex') };
  const extStatus = bytes.readUInt8(1);
  const front = {
    fenceId: bytes.readUInt8(0),
    wakeSource: wakeSources[extStatus & 0x0f] ?? null,
    extStatus,
  };
  if (bytes.length < FULL) return { ...front, ...extra(bytes.subarray(2)) };
  return {
    ...front,
    mncHighByte: bytes.readUInt8(2),
    reservedHex: bytes.toString('hex', 3, 12),
    cellIdHigh: bytes.readUInt16BE(12),
    mcc: bytes.readUInt16BE(14),
    mncLowByte: bytes.readUInt8(16),
    ...extra(bytes.subarray(FULL)),
  };
}

const extra = (bytes: Buffer): { [name: string]: Json } =>
  bytes.length === 0 ? {} : { extraHex: bytes.toString('hex') };

/** Writes what `readExtras` gives; which fields are there decides the length. @throws FieldError */
export function writeExtras(fields: FrameContent['fields']): Buffer {
  const rest = fields['extraHex'] === undefined ? Buffer.alloc(0) : hexField(fields, 'extraHex');
  if (fields['fenceId'] === undefined) return rest;
  const front = Buffer.from([numberField(fields, 'fenceId', 255), numberField(fields, 'extStatus', 255)]);
  if (fields['mcc'] === undefined) return Buffer.concat([front, rest]);
  const network = Buffer.alloc(5);
  network.writeUInt16BE(numberField(fields, 'cellIdHigh', 0xffff), 0);
  network.writeUInt16BE(numberField(fields, 'mcc', 0xffff), 2);
  network[4] = numberField(fields, 'mncLowByte', 255);
  const mncHigh = Buffer.from([numberField(fields, 'mncHighByte', 255)]);
  return Buffer.concat([front, mncHigh, hexField(fields, 'reservedHex', 9), network, rest]);
}
