import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { u16, u32 } from '../bytes/frame-fields.ts';
import { FieldError } from '../protocol.ts';

/**
 * The cell of the network. `wideMnc`: the network code has two bytes, said by bit 15 of the country code. `wideCid`: the
 * cell has four bytes instead of three, as some models write it in alarms.
 * @source Concox GT06 manual, 5.2.1.9 to 5.2.1.12; Traccar for bit 15
 */
export const lbsFields = z.object({
  mcc: z.int().min(0).max(0x7fff),
  mnc: u16,
  wideMnc: z.boolean().default(false),
  lac: u16,
  cid: u32,
  wideCid: z.literal(true).exactOptional(),
});
type LbsFields = z.infer<typeof lbsFields>;

/** Bytes of a cell with a network code of one byte. */
export const LBS = 8;
const WIDE = 0x8000;

/** Reads a cell; null: fewer bytes are left than it needs. */
export function readLbs(reader: ByteReader, wideCid = false): LbsFields | null {
  const wide = (reader.next ?? 0) >= 0x80;
  if (reader.left < LBS + (wide ? 1 : 0) + (wideCid ? 1 : 0)) return null;
  const country = reader.u16();
  const wideMnc = (country & WIDE) !== 0;
  const mnc = wideMnc ? reader.u16() : reader.u8();
  const cell = { mcc: country & ~WIDE, mnc, wideMnc, lac: reader.u16() };
  return wideCid ? { ...cell, cid: reader.u32(), wideCid } : { ...cell, cid: reader.u24() };
}

/** Writes a cell. @param at JSON Pointer of the cell @throws FieldError when network code or cell need more bytes */
export function writeLbs(writer: ByteWriter, lbs: LbsFields, at: string): void {
  const { mcc, mnc, wideMnc, lac, cid, wideCid = false } = lbs;
  if (wideMnc) writer.u16(mcc | WIDE).u16(mnc);
  else if (mnc <= 0xff) writer.u16(mcc).u8(mnc);
  else throw new FieldError(`${at}/mnc`, `${mnc} needs wideMnc`);
  writer.u16(lac);
  if (wideCid) writer.u32(cid);
  else if (cid <= 0xffffff) writer.u24(cid);
  else throw new FieldError(`${at}/cid`, `${cid} needs wideCid`);
}
