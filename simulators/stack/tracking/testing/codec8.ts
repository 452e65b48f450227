import { crc16Arc } from '../../../tracking/protocols/bytes/crc16.ts';

/** One record as a Teltonika device says it. Degrees, km/h, ms since the epoch. For tests. */
export interface Fix {
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
  readonly speedKmh?: number;
  /** 0: no fix. */
  readonly satellites?: number;
  /** Element whose change caused the record. */
  readonly event?: number;
  /** Elements of one byte by id, e.g. 1: contact of the seal, 113: battery. */
  readonly io?: Readonly<Record<number, number>>;
}

/** The first message of a device. @source Teltonika data sending protocols, IMEI message */
export const login = (imei: string): Buffer => Buffer.from(`\u0000\u000f${imei}`, 'latin1');

/** A packet of codec 8. @source Teltonika data sending protocols, AVL data packet */
export function packet(fixes: readonly Fix[]): Buffer {
  const body = Buffer.concat([
    Buffer.from([0x08, fixes.length]),
    ...fixes.map(record),
    Buffer.from([fixes.length]),
  ]);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 4);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc16Arc(body));
  return Buffer.concat([head, body, tail]);
}

/** A datagram of codec 8. */
export function datagram(imei: string, id: number, fixes: readonly Fix[]): Buffer {
  const body = Buffer.concat([
    Buffer.from([0x08, fixes.length]),
    ...fixes.map(record),
    Buffer.from([fixes.length]),
  ]);
  const head = Buffer.alloc(8);
  head.writeUInt16BE(6 + imei.length + body.length, 0);
  head.writeUInt16BE(id, 2);
  head.writeUInt8(1, 4);
  head.writeUInt8(id & 0xff, 5);
  head.writeUInt16BE(imei.length, 6);
  return Buffer.concat([head, Buffer.from(imei, 'latin1'), body]);
}

function record({ at, lat, lon, speedKmh = 60, satellites = 9, event = 0, io = {} }: Fix): Buffer {
  const fixed = Buffer.alloc(24);
  fixed.writeBigUInt64BE(BigInt(at), 0);
  fixed.writeInt32BE(Math.round(lon * 1e7), 9);
  fixed.writeInt32BE(Math.round(lat * 1e7), 13);
  fixed.writeUInt8(satellites, 21);
  fixed.writeUInt16BE(speedKmh, 22);
  const elements = Object.entries(io).flatMap(([id, value]) => [Number(id), value]);
  const count = elements.length / 2;
  return Buffer.concat([fixed, Buffer.from([event, count, count, ...elements, 0, 0, 0])]);
}

/** What a platform answers to a packet whose records it has taken. */
export const taken = (records: number): string => records.toString(16).padStart(8, '0');
