import { SinkError, type SinkRules } from './sink-rules.ts';

const LOGIN = 0x01;
/** Answered with the same protocol number and serial. */
const ANSWERED: ReadonlySet<number> = new Set([LOGIN, 0x13, 0x16, 0x26]);
const WITH_POSITION: ReadonlySet<number> = new Set([0x12, 0x22, 0x16, 0x26]);

/** CRC-16/X-25, bit by bit. */
function x25(bytes: Buffer, from: number, to: number): number {
  let crc = 0xffff;
  for (let index = from; index < to; index += 1) {
    crc ^= bytes[index] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0x8408 : crc >> 1;
  }
  return crc ^ 0xffff;
}

function answerTo(protocol: number, serial: number): Buffer {
  const bytes = Buffer.from([0x78, 0x78, 5, protocol, serial >> 8, serial & 0xff, 0, 0, 0x0d, 0x0a]);
  bytes.writeUInt16BE(x25(bytes, 2, 6), 6);
  return bytes;
}

/** @source Concox GT06 protocol manual: 7878, length, protocol, serial, CRC-ITU; login first */
export const gt06Rules: SinkRules = (bytes, offset, connection) => {
  if (bytes.length < offset + 4) return null;
  const long = bytes.readUInt16BE(offset) === 0x7979;
  if (!long && bytes.readUInt16BE(offset) !== 0x7878)
    throw new SinkError('a frame begins with neither 7878 nor 7979');
  const head = long ? 4 : 3;
  const end = offset + head + (long ? bytes.readUInt16BE(offset + 2) : (bytes[offset + 2] ?? 0));
  if (bytes.length < end + 2) return null;
  if (bytes.readUInt16BE(end) !== 0x0d0a) throw new SinkError('a frame does not end with 0D0A');
  if (bytes.readUInt16BE(end - 2) !== x25(bytes, offset + 2, end - 2))
    throw new SinkError('the CRC does not hold');
  const protocol = bytes[offset + head] ?? 0;
  const serial = bytes.readUInt16BE(end - 4);
  if (protocol === LOGIN) connection.device = bytes.toString('hex', offset + head + 1, offset + head + 9);
  else if (connection.device === '') throw new SinkError(`protocol ${protocol} before a login`);
  const time = bytes.toString('hex', offset + head + 1, offset + head + 7);
  const reports = WITH_POSITION.has(protocol) ? [`${connection.device} ${time}`] : [];
  const answer = ANSWERED.has(protocol) ? answerTo(protocol, serial) : null;
  return { length: end + 2 - offset, reports, answer };
};
