import { FieldError, type FrameContent, FrameError, type Json } from '../protocol.ts';
import { type Given, given } from './given.ts';
import { deviceIdOf, phoneOf } from './phone.ts';

/** The header of a frame, as it stands in `fields`. @source tracking notes, section 4, header */
export interface Header {
  readonly msgId: number;
  /** Bits 10 to 12 of the attributes. */
  readonly encrypt: number;
  readonly subpackage: boolean;
  /** Bit 14: a frame of the 2019 version, with a version byte and a phone of 10 bytes. */
  readonly version2019: boolean;
  /** Bit 15 is reserved; Jointech devices set it where they want an answer. @source assumption */
  readonly bit15: boolean;
  readonly protocolVersion: number;
  readonly phone: string;
  readonly serial: number;
  readonly packTotal: number;
  readonly packIndex: number;
}

/** Longest body of one frame, bytes. @source tracking notes, section 4 (10 bits) */
const longestBody = 1023;

/** Messages of Jointech locks whose serial has one byte. @source tracking notes, section 2; section 6, vectors jt808-099, -133 */
const shortSerial = (msgId: number): boolean => msgId === 0x5501 || msgId === 0x5502 || msgId === 0x4401;

const ATTRIBUTES = 2;

/** Header and body of what stood in a frame. @throws FrameError LENGTH, offset in `plain` */
export function readHeader(plain: Buffer): { readonly header: Header; readonly body: Buffer } {
  if (plain.length < 4) throw new FrameError('LENGTH', 0, 'shorter than a header');
  const msgId = plain.readUInt16BE(0);
  const attributes = plain.readUInt16BE(ATTRIBUTES);
  const version2019 = (attributes & 0x4000) !== 0;
  const subpackage = (attributes & 0x2000) !== 0;
  const phoneAt = version2019 ? 5 : 4;
  const serialAt = phoneAt + (version2019 ? 10 : 6);
  const packAt = serialAt + (shortSerial(msgId) ? 1 : 2);
  const bodyAt = packAt + (subpackage ? 4 : 0);
  if (plain.length < bodyAt) throw new FrameError('LENGTH', plain.length, 'shorter than its header');
  const length = attributes & 0x03ff;
  if (plain.length !== bodyAt + length) {
    const reason = `a body of ${length} bytes is announced, ${plain.length - bodyAt} are there`;
    throw new FrameError('LENGTH', ATTRIBUTES, reason);
  }
  const header: Header = {
    msgId,
    encrypt: (attributes >> 10) & 7,
    subpackage,
    version2019,
    bit15: (attributes & 0x8000) !== 0,
    protocolVersion: version2019 ? plain.readUInt8(4) : 0,
    phone: plain.toString('hex', phoneAt, serialAt),
    serial: plain.readUIntBE(serialAt, packAt - serialAt),
    packTotal: subpackage ? plain.readUInt16BE(packAt) : 0,
    packIndex: subpackage ? plain.readUInt16BE(packAt + 2) : 0,
  };
  return { header, body: plain.subarray(bodyAt) };
}

/** Header and body as one, without check byte. @throws FieldError /fields for a body that is too long */
export function writeHeader(header: Header, body: Buffer): Buffer {
  if (body.length > longestBody)
    throw new FieldError('/fields', `${body.length} bytes of body; one frame holds ${longestBody}`);
  const attributes =
    body.length |
    (header.encrypt << 10) |
    (header.subpackage ? 0x2000 : 0) |
    (header.version2019 ? 0x4000 : 0) |
    (header.bit15 ? 0x8000 : 0);
  const head = Buffer.alloc(21);
  let end = head.writeUInt16BE(header.msgId, 0);
  end = head.writeUInt16BE(attributes, end);
  if (header.version2019) end = head.writeUInt8(header.protocolVersion, end);
  end += head.write(header.phone, end, 'hex');
  end = shortSerial(header.msgId)
    ? head.writeUInt8(header.serial, end)
    : head.writeUInt16BE(header.serial, end);
  if (header.subpackage) {
    end = head.writeUInt16BE(header.packTotal, end);
    end = head.writeUInt16BE(header.packIndex, end);
  }
  return Buffer.concat([head.subarray(0, end), body]);
}

/** A message id as it stands in `fields`. */
export const msgIdText = (msgId: number): string => `0x${msgId.toString(16).padStart(4, '0')}`;

/** Header as `fields`; `terminalId` is told, `terminalIdHex` is written. */
export function headerFields(header: Header): { [name: string]: Json } {
  const fields: { [name: string]: Json } = {
    msgId: msgIdText(header.msgId),
    version2019: header.version2019,
  };
  if (header.version2019) fields['protocolVersion'] = header.protocolVersion;
  fields['encrypt'] = header.encrypt;
  fields['subpackage'] = header.subpackage;
  if (header.bit15) fields['bit15'] = true;
  fields['terminalIdHex'] = header.phone;
  fields['terminalId'] = header.phone.replace(/^0+/, '');
  fields['serial'] = header.serial;
  if (header.subpackage) {
    fields['packTotal'] = header.packTotal;
    fields['packIndex'] = header.packIndex;
  }
  return fields;
}

/** Header of content to be written; `deviceId` wins over `fields.terminalIdHex`. @throws FieldError */
export function headerOf(content: FrameContent): Header {
  const fields = given(content.fields, '/fields');
  const msgId = msgIdOf(fields, 'msgId');
  const version2019 = fields.flag('version2019', false);
  const subpackage = fields.flag('subpackage', false);
  const known = fields.has('terminalIdHex') ? fields.text('terminalIdHex').toLowerCase() : null;
  return {
    msgId,
    encrypt: fields.int('encrypt', 7, 0),
    subpackage,
    version2019,
    bit15: fields.flag('bit15', false),
    protocolVersion: version2019 ? fields.int('protocolVersion', 0xff, 1) : 0,
    phone: phoneOf(content.deviceId, known, version2019 ? 10 : 6),
    serial: fields.int('serial', shortSerial(msgId) ? 0xff : 0xffff),
    packTotal: subpackage ? fields.int('packTotal', 0xffff) : 0,
    packIndex: subpackage ? fields.int('packIndex', 0xffff) : 0,
  };
}

/** @throws FieldError for anything but 0x and four hexadecimal digits */
export function msgIdOf(fields: Given, name: string): number {
  const text = fields.text(name);
  if (!/^0x[0-9a-f]{4}$/i.test(text))
    throw new FieldError(`${fields.pointer}/${name}`, 'is not 0x and 4 digits');
  return Number(text);
}

/** Whether the body is only a part: of a message of one package it is all. @source tracking notes, section 4, header (bit 13) */
export const isPart = ({ subpackage, packTotal }: Header): boolean => subpackage && packTotal !== 1;

/** The device that a header names. */
export const deviceOf = (header: Header): string => deviceIdOf(header.phone);
