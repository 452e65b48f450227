import { FieldError, type Json } from '../protocol.ts';
import type { Given } from './given.ts';
import { BodyReader, readTail, textOf, uintBytes, writeTail } from './layout.ts';
import type { BodyContent, Message } from './message.ts';

/** Parameters that are text. @source JT/T 808-2013 table 12 as in vectors jt808-015, -018; assumption for the others */
const textIds = new Set([0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x1a, 0x1d, 0x83]);

const id = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`;

/** Items as far as they fit; `value` is told for the reader, `id` and `hex` are written. */
function readParameters(reader: BodyReader): BodyContent['fields'] {
  const parameterCount = reader.uint(1);
  const offset = reader.offset;
  const bytes = reader.rest();
  const items = new BodyReader(bytes, offset);
  const parameters: Json[] = [];
  while (items.left >= 5 && fits(bytes.subarray(bytes.length - items.left))) {
    const parameterId = items.uint(4);
    const value = items.take(items.uint(1));
    parameters.push({ id: id(parameterId), hex: value.toString('hex'), ...told(parameterId, value) });
  }
  return { parameterCount, parameters, ...readTail(items) };
}

const fits = (item: Buffer): boolean => item.readUInt8(4) <= item.length - 5;

function told(parameterId: number, value: Buffer): { [name: string]: Json } {
  if (textIds.has(parameterId)) return { value: textOf(value) };
  return [1, 2, 4].includes(value.length) ? { value: value.readUIntBE(0, value.length) } : {};
}

function writeParameters(fields: Given): Buffer {
  const items = fields.list('parameters').map((item) => {
    const name = item.text('id');
    if (!/^0x[0-9a-f]{8}$/i.test(name)) throw new FieldError(`${item.pointer}/id`, 'is not 0x and 8 digits');
    const value = item.bytes('hex');
    if (value.length > 0xff) throw new FieldError(`${item.pointer}/hex`, 'is longer than 255 bytes');
    return Buffer.concat([uintBytes(Number(name), 4), uintBytes(value.length, 1), value]);
  });
  return Buffer.concat([uintBytes(fields.int('parameterCount', 0xff), 1), ...items, writeTail(fields)]);
}

/** 0x8103: parameters to set. @source tracking notes, section 4 */
export const setParameters: Message = {
  kind: 'command',
  read: (reader) => ({ fields: readParameters(reader) }),
  write: writeParameters,
};

/** 0x0104: parameters, as asked for by the frame with `ackSerial`. @source tracking notes, section 4 */
export const parametersAnswer: Message = {
  kind: 'command',
  read: (reader) => ({ fields: { ackSerial: reader.uint(2), ...readParameters(reader) } }),
  write: (fields) => Buffer.concat([uintBytes(fields.int('ackSerial', 0xffff), 2), writeParameters(fields)]),
};
