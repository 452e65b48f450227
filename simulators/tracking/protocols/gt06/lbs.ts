import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { u16, u32 } from '../bytes/frame-fields.ts';
import { FieldError } from '../protocol.ts';

/**
 * The cell of the network. `wideMnc`: the network code has two bytes, said by bit 15 of the country code. `wideCid`: the
 * cell has four bytes instead of three, as some models write it in alarms. `long`: an area of four bytes and a cell of
 * eight, as 4G models write them.
 * @source Concox GT06 manual, 5.2.1.9 to 5.2.1.12; Traccar for bit 15; tracking notes, section 6, vectors gt06-020, -045
 * and -192 for the long form
 */
export const lbsFields = z.object({
  mcc: z.int().min(0).max(0x7fff),
  mnc: u16,
  wideMnc: z.boolean().default(false),
  lac: u32,
  cid: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  wideCid: z.literal(true).exactOptional(),
  long: z.literal(true).exactOptional(),
});
type LbsFields = z.infer<typeof lbsFields>;

/** Bytes of a cell with a network code of one byte. */
export const LBS = 8;
const WIDE = 0x8000;

/** How long area and cell are: 2 and 3 bytes, 2 and 4, 4 and 8. */
export type CellForm = 'plain' | 'wideCid' | 'long';
const moreBytes: Readonly<Record<CellForm, number>> = { plain: 0, wideCid: 1, long: 7 };

/** Bytes of a cell of a form; `wideMnc`: with a network code of two bytes. */
export const lbsBytes = (form: CellForm, wideMnc: boolean): number =>
  LBS + moreBytes[form] + (wideMnc ? 1 : 0);

/** Reads a cell; null: fewer bytes are left than it needs, or its number is more than can be told. */
export function readLbs(reader: ByteReader, form: CellForm = 'plain'): LbsFields | null {
  if (reader.left < lbsBytes(form, (reader.next ?? 0) >= 0x80)) return null;
  const country = reader.u16();
  const wideMnc = (country & WIDE) !== 0;
  const mnc = wideMnc ? reader.u16() : reader.u8();
  const network = { mcc: country & ~WIDE, mnc, wideMnc };
  if (form === 'long') {
    const [lac, cid] = [reader.u32(), Number(reader.u64())];
    return Number.isSafeInteger(cid) ? { ...network, lac, cid, long: true } : null;
  }
  const lac = reader.u16();
  return form === 'wideCid'
    ? { ...network, lac, cid: reader.u32(), wideCid: true }
    : { ...network, lac, cid: reader.u24() };
}

/** Writes a cell. @param at JSON Pointer of the cell @throws FieldError when network code or cell need more bytes */
export function writeLbs(writer: ByteWriter, lbs: LbsFields, at: string): void {
  const { mcc, mnc, wideMnc, lac, cid, wideCid = false, long = false } = lbs;
  if (wideMnc) writer.u16(mcc | WIDE).u16(mnc);
  else if (mnc <= 0xff) writer.u16(mcc).u8(mnc);
  else throw new FieldError(`${at}/mnc`, `${mnc} needs wideMnc`);
  if (long) {
    writer.u32(lac).u64(BigInt(cid));
    return;
  }
  if (lac > 0xffff) throw new FieldError(`${at}/lac`, `${lac} needs long`);
  writer.u16(lac);
  if (cid > (wideCid ? 0xffffffff : 0xffffff))
    throw new FieldError(`${at}/cid`, `${cid} needs ${wideCid ? 'long' : 'wideCid'}`);
  if (wideCid) writer.u32(cid);
  else writer.u24(cid);
}
