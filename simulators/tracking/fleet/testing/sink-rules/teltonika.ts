import { type SinkConnection, SinkError, type SinkRules, type SunkFrame } from './sink-rules.ts';

const ACCEPT = Buffer.from([1]);
const CODEC_8 = 0x08;
const CODEC_8E = 0x8e;

/** CRC-16/IBM (ARC), bit by bit. */
function arc(bytes: Buffer, from: number, to: number): number {
  let crc = 0;
  for (let index = from; index < to; index += 1) {
    crc ^= bytes[index] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** Where the record ends that begins at `at`. @source Teltonika data sending protocols, codec 8 and 8 extended */
function endOfRecord(bytes: Buffer, at: number, wide: boolean): number {
  const size = wide ? 2 : 1;
  const number = (offset: number): number => bytes.readUIntBE(offset, size);
  let offset = at + 24 + 2 * size;
  for (const width of [1, 2, 4, 8]) offset += size + number(offset) * (size + width);
  if (!wide) return offset;
  let left = number(offset);
  offset += 2;
  for (; left > 0; left -= 1) offset += 4 + bytes.readUInt16BE(offset + 2);
  return offset;
}

/** @source Teltonika data sending protocols: the login 000F and IMEI is answered 01, a packet by the number of its records */
export const teltonikaRules: SinkRules = (bytes, offset, connection) => {
  if (bytes.length < offset + 8) return null;
  return connection.device === ''
    ? login(bytes, offset, connection)
    : packet(bytes, offset, connection.device);
};

function login(bytes: Buffer, offset: number, connection: SinkConnection): SunkFrame | null {
  if (bytes.readUInt16BE(offset) !== 15) throw new SinkError('the first bytes are no login');
  if (bytes.length < offset + 17) return null;
  connection.device = bytes.toString('latin1', offset + 2, offset + 17);
  if (!/^\d{15}$/.test(connection.device)) throw new SinkError(`no IMEI: ${connection.device}`);
  return { length: 17, reports: [], answer: ACCEPT };
}

function packet(bytes: Buffer, offset: number, device: string): SunkFrame | null {
  if (bytes.readUInt32BE(offset) !== 0) throw new SinkError('a packet does not begin with 00000000');
  const end = offset + 8 + bytes.readUInt32BE(offset + 4);
  if (bytes.length < end + 4) return null;
  if (bytes.readUInt32BE(end) !== arc(bytes, offset + 8, end)) throw new SinkError('the CRC does not hold');
  const codec = bytes[offset + 8];
  if (codec !== CODEC_8 && codec !== CODEC_8E) throw new SinkError(`codec ${codec}`);
  const count = bytes[offset + 9] ?? 0;
  const reports: string[] = [];
  let at = offset + 10;
  for (let record = 0; record < count; record += 1) {
    reports.push(`${device} ${bytes.readBigUInt64BE(at)}`);
    at = endOfRecord(bytes, at, codec === CODEC_8E);
  }
  if (at !== end - 1 || bytes[at] !== count)
    throw new SinkError('the records do not end where the packet does');
  const answer = Buffer.alloc(4);
  answer.writeUInt32BE(count);
  return { length: end + 4 - offset, reports, answer };
}
