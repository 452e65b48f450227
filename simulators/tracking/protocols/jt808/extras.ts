import { FieldError, type Json } from '../protocol.ts';
import type { Given } from './given.ts';
import { BodyReader, textOf, uintBytes } from './layout.ts';

/** One extra of a location: what its bytes say, if that is known. */
export interface Extra {
  readonly id: number;
  readonly bytes: Buffer;
}

/** What extras of one location say together. */
export interface Extras {
  readonly list: readonly Extra[];
  /** Bytes at the end that are no extra: a vendor's own layout. */
  readonly tail: Buffer;
}

/** Extras one after the other: id, length, bytes. What does not fit is the tail. @source tracking notes, section 4, extras */
export function readExtras(bytes: Buffer): Extras {
  const list: Extra[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && at + 2 + bytes.readUInt8(at + 1) <= bytes.length) {
    const end = at + 2 + bytes.readUInt8(at + 1);
    list.push({ id: bytes.readUInt8(at), bytes: bytes.subarray(at + 2, end) });
    at = end;
  }
  return { list, tail: bytes.subarray(at) };
}

/** Extras as fields; the values are told for the reader, `id` and `hex` are written. */
export const extrasFields = ({ list, tail }: Extras): { [name: string]: Json } => ({
  extras: list.map(({ id, bytes }) => ({
    id: `0x${id.toString(16).padStart(2, '0')}`,
    hex: bytes.toString('hex'),
    ...valuesOf(id, bytes),
  })),
  ...(tail.length > 0 ? { extrasTailHex: tail.toString('hex') } : {}),
});

/** @throws FieldError */
export function writeExtras(fields: Given): Buffer {
  const parts = fields.list('extras').map((extra) => {
    const bytes = extra.bytes('hex');
    if (bytes.length > 0xff) throw new FieldError(`${extra.pointer}/hex`, 'is longer than 255 bytes');
    return Buffer.concat([uintBytes(extraId(extra), 1), uintBytes(bytes.length, 1), bytes]);
  });
  return Buffer.concat([...parts, fields.bytes('extrasTailHex', undefined, '')]);
}

function extraId(extra: Given): number {
  const id = extra.text('id');
  if (/^0x[0-9a-f]{2}$/i.test(id)) return Number(id);
  throw new FieldError(`${extra.pointer}/id`, 'is not 0x and 2 digits');
}

type Values = { readonly [name: string]: Json; readonly batteryPct?: number };
type Known = { readonly id: number; readonly length: number; readonly values: (bytes: Buffer) => Values };

const tenth = (value: number): number => value / 10;

/** @source tracking notes, section 4, extras; of the battery section 6, vectors jt808-074, -083, -087 and -109 */
const known: readonly Known[] = [
  { id: 0x01, length: 4, values: (bytes) => ({ mileageKm: tenth(bytes.readUInt32BE()) }) },
  { id: 0x02, length: 2, values: (bytes) => ({ fuelL: tenth(bytes.readUInt16BE()) }) },
  { id: 0x03, length: 2, values: (bytes) => ({ tachographSpeedKmh: tenth(bytes.readUInt16BE()) }) },
  { id: 0x06, length: 1, values: (bytes) => ({ batteryPct: bytes.readUInt8() }) },
  { id: 0x12, length: 6, values: (bytes) => ({ ...areaOf(bytes) }) },
  { id: 0x13, length: 7, values: (bytes) => ({ ...routeTimeOf(bytes) }) },
  { id: 0x25, length: 4, values: (bytes) => ({ vehicleSignals: bytes.readUInt32BE() }) },
  { id: 0x2a, length: 2, values: (bytes) => ({ ioStatus: bytes.readUInt16BE() }) },
  { id: 0x30, length: 1, values: (bytes) => ({ rssi: bytes.readUInt8() }) },
  { id: 0x31, length: 1, values: (bytes) => ({ satellites: bytes.readUInt8() }) },
  { id: 0xd4, length: 1, values: (bytes) => ({ batteryPct: bytes.readUInt8() }) },
  { id: 0xe1, length: 1, values: (bytes) => ({ batteryPct: bytes.readUInt8() }) },
  { id: 0xe4, length: 2, values: (bytes) => ({ batteryPct: bytes.readUInt8(1) }) },
];

/** Percent of the battery, where one of several vendors' extras tells it. */
export function batteryOf({ list }: Extras): number | null {
  const told = list.map(({ id, bytes }) => valuesOf(id, bytes)['batteryPct']);
  return told.find((value) => typeof value === 'number' && value <= 100) ?? null;
}

function valuesOf(id: number, bytes: Buffer): Values {
  if (id === 0x0b) return { ...unlockOf(bytes) };
  if (id === 0x63) return { locks: locksOf(bytes).map((lock) => ({ ...lock })) };
  return known.find((row) => row.id === id && row.length === bytes.length)?.values(bytes) ?? {};
}

/** Entering or leaving an area or a route. @source tracking notes, section 4, extra 12 */
export const areaOf = (bytes: Buffer) => ({
  areaType: bytes.readUInt8(0),
  areaId: bytes.readUInt32BE(1),
  direction: bytes.readUInt8(5) === 0 ? 'in' : 'out',
});

/** Time on a stretch of the route. @source JT/T 808-2013 table 29 (assumption: not read in the standard) */
const routeTimeOf = (bytes: Buffer) => ({
  routeId: bytes.readUInt32BE(0),
  routeSeconds: bytes.readUInt16BE(4),
  routeTime: bytes.readUInt8(6) === 0 ? 'too short' : 'too long',
});

/** Command that a lock took: a card or a password, and what came of it. */
interface Unlock {
  readonly lockCommand: number;
  readonly card: string | null;
  readonly password: string | null;
  readonly unlockResult: number;
}

/**
 * Extra 0B: type, card number of 4 bytes or password of 6 letters, result. Other lengths are not known.
 * @source tracking notes, section 4, lock extras; section 6, vectors jt808-099 and jt808-074
 */
export function unlockOf(bytes: Buffer): Unlock | null {
  if (bytes.length !== 6 && bytes.length !== 8) return null;
  const secret = bytes.subarray(1, bytes.length - 1);
  return {
    lockCommand: bytes.readUInt8(0),
    card: secret.length === 4 ? secret.toString('hex') : null,
    password: secret.length === 6 ? textOf(secret) : null,
    unlockResult: bytes.readUInt8(bytes.length - 1),
  };
}

/** One padlock of several that hang on a device. */
interface Padlock {
  readonly lockId: string;
  readonly batteryMv: number;
  readonly sealed: boolean;
  readonly state: string;
  readonly rssi: number;
}

/** Extra 63: 11 bytes for each padlock. @source tracking notes, section 4, lock extras; section 6, vectors jt808-102, -103 */
export function locksOf(bytes: Buffer): Padlock[] {
  if (bytes.length % 11 !== 0) return [];
  return Array.from({ length: bytes.length / 11 }, (_, index) => {
    const lock = new BodyReader(bytes.subarray(index * 11, index * 11 + 11), 0);
    return {
      lockId: lock.take(6).toString('hex'),
      batteryMv: lock.uint(2),
      sealed: lock.uint(1) === 0x31,
      state: lock.take(1).toString('hex'),
      rssi: lock.uint(1),
    };
  });
}
