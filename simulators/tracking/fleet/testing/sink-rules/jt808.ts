import { type SinkConnection, SinkError, type SinkRules } from './sink-rules.ts';

const REGISTER = 0x0100;
const LOCATION = 0x0200;
const BATCH = 0x0704;
const GENERAL_REPLY = 0x8001;
const REGISTER_REPLY = 0x8100;
const CODE = Buffer.from('CORRIDOR');

const xor = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum ^ byte, 0);

/** Bytes between the delimiters, escapes undone. */
function unescaped(bytes: Buffer, from: number, to: number): Buffer {
  const plain = Buffer.alloc(to - from);
  let length = 0;
  for (let index = from; index < to; index += 1) {
    let byte = bytes[index] ?? 0;
    if (byte === 0x7d) {
      index += 1;
      if (bytes[index] !== 1 && bytes[index] !== 2) throw new SinkError('an escape that is none');
      byte = bytes[index] === 1 ? 0x7d : 0x7e;
    }
    plain[length] = byte;
    length += 1;
  }
  return plain.subarray(0, length);
}

function framed(plain: Buffer): Buffer {
  const bytes: number[] = [0x7e];
  for (const byte of [...plain, xor(plain)]) {
    if (byte === 0x7d) bytes.push(0x7d, 1);
    else if (byte === 0x7e) bytes.push(0x7d, 2);
    else bytes.push(byte);
  }
  return Buffer.from([...bytes, 0x7e]);
}

/** Header of the server: id, length with the version flag of the device, its phone, a counter of our own. */
function reply(id: number, device: Buffer, header: Buffer, body: Buffer, connection: SinkConnection): Buffer {
  const start = Buffer.alloc(4);
  start.writeUInt16BE(id);
  start.writeUInt16BE(body.length | (header.readUInt16BE(2) & 0x4000), 2);
  const serial = Buffer.alloc(2);
  serial.writeUInt16BE(connection.serial & 0xffff);
  connection.serial += 1;
  return framed(Buffer.concat([start, device, serial, body]));
}

const timeOf = (location: Buffer): string => location.toString('hex', 22, 28);

function batchTimes(body: Buffer): string[] {
  const times: string[] = [];
  let at = 3;
  for (let left = body.readUInt16BE(0); left > 0; left -= 1) {
    const length = body.readUInt16BE(at);
    times.push(timeOf(body.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  if (at !== body.length) throw new SinkError('the items do not end where the batch does');
  return times;
}

/** @source JT/T 808-2013 and 2019: 7E, escapes, XOR; 0100 is answered by 8100, everything else by 8001 */
export const jt808Rules: SinkRules = (bytes, offset, connection) => {
  if (bytes[offset] !== 0x7e) throw new SinkError(`a frame begins with ${bytes[offset]?.toString(16)}`);
  const end = bytes.indexOf(0x7e, offset + 1);
  if (end < 0) return null;
  const plain = unescaped(bytes, offset + 1, end);
  if (xor(plain) !== 0) throw new SinkError('the check byte does not hold');
  const attributes = plain.readUInt16BE(2);
  const phoneAt = (attributes & 0x4000) === 0 ? 4 : 5;
  const serialAt = phoneAt === 4 ? 10 : 15;
  const body = plain.subarray(serialAt + 2, -1);
  if (body.length !== (attributes & 0x3ff))
    throw new SinkError(`${body.length} bytes of body are announced otherwise`);
  const id = plain.readUInt16BE(0);
  const device = plain.subarray(4, serialAt);
  const name = plain.toString('hex', phoneAt, serialAt);
  const times = id === LOCATION ? [timeOf(body)] : id === BATCH ? batchTimes(body) : [];
  const serial = plain.subarray(serialAt, serialAt + 2);
  const answer =
    id === REGISTER
      ? reply(REGISTER_REPLY, device, plain, Buffer.concat([serial, Buffer.from([0]), CODE]), connection)
      : reply(
          GENERAL_REPLY,
          device,
          plain,
          Buffer.concat([serial, plain.subarray(0, 2), Buffer.from([0])]),
          connection,
        );
  return { length: end + 1 - offset, reports: times.map((time) => `${name} ${time}`), answer };
};
