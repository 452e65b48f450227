import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { hexBytes, u8, u16 } from '../bytes/frame-fields.ts';
import { FieldError } from '../protocol.ts';

/** How wide the numbers of an IO element are in one codec. */
export interface IoLayout {
  readonly wideIds: boolean;
  readonly wideCounts: boolean;
  /** Why the record was made, after the event id. */
  readonly generationType: boolean;
  /** The NX group: elements of any length. */
  readonly variable: boolean;
}

/**
 * Layouts by codec id: 8, 8 Extended (0x8E) and 16 (0x10).
 * @source Teltonika data sending protocols, Codec 8, Codec 8 Extended, Codec 16
 */
export const ioLayouts: ReadonlyMap<number, IoLayout> = new Map([
  [0x08, { wideIds: false, wideCounts: false, generationType: false, variable: false }],
  [0x8e, { wideIds: true, wideCounts: true, generationType: false, variable: true }],
  [0x10, { wideIds: true, wideCounts: false, generationType: true, variable: false }],
]);

const fixedItem = z.object({
  id: u16,
  size: z.literal([1, 2, 4, 8]),
  value: z.union([z.int().min(0), z.string().regex(/^\d{1,20}$/)]),
});
const variableItem = z.object({ id: u16, variable: z.literal(true), hex: hexBytes.max(2 * 0xffff) });

/**
 * One AVL data element. Numbers are unsigned; of eight bytes they are decimal text, because they go beyond 2^53.
 * @source Teltonika data sending protocols, IO element
 */
const ioItem = z.union([fixedItem, variableItem]);
type IoItem = z.infer<typeof ioItem> & { readonly size?: number };

/**
 * The IO element of a record, in the order of the wire. `ioTotal` is what the device counted; without it the elements
 * are counted when it is written.
 * @source Teltonika data sending protocols, IO element
 */
export const ioElement = z.object({
  eventIoId: u16,
  generationType: u8.exactOptional(),
  ioTotal: u16.exactOptional(),
  io: z.array(ioItem).max(0xffff).readonly(),
});
type IoElement = z.infer<typeof ioElement>;

const SIZES = [1, 2, 4, 8] as const;
const LARGEST = 2n ** 64n - 1n;

/** Reads an IO element. @throws FrameError `LENGTH` when its groups run past the record */
export function readIoElement(reader: ByteReader, layout: IoLayout): IoElement {
  const count = (): number => (layout.wideCounts ? reader.u16() : reader.u8());
  const id = (): number => (layout.wideIds ? reader.u16() : reader.u8());
  const eventIoId = id();
  const generation = layout.generationType ? { generationType: reader.u8() } : {};
  const ioTotal = count();
  const io: IoItem[] = [];
  for (const size of SIZES)
    for (let left = count(); left > 0; left -= 1)
      io.push({ id: id(), size, value: numberFrom(reader, size) });
  if (layout.variable)
    for (let left = count(); left > 0; left -= 1) {
      const item = { id: id(), size: reader.u16(), variable: true as const };
      io.push({ ...item, hex: reader.hex(item.size) });
    }
  return { eventIoId, ...generation, ioTotal, io };
}

function numberFrom(reader: ByteReader, size: (typeof SIZES)[number]): number | string {
  if (size === 1) return reader.u8();
  if (size === 2) return reader.u16();
  return size === 4 ? reader.u32() : String(reader.u64());
}

/**
 * Writes an IO element: elements of one size keep their order.
 * @param at JSON Pointer of the record
 * @throws FieldError for what the codec cannot hold
 */
export function writeIoElement(writer: ByteWriter, element: IoElement, layout: IoLayout, at: string): void {
  const put = (wide: boolean, value: number, field: string): void => {
    if (!wide && value > 0xff) throw new FieldError(`${at}${field}`, `${value} does not fit this codec`);
    if (wide) writer.u16(value);
    else writer.u8(value);
  };
  put(layout.wideIds, element.eventIoId, '/eventIoId');
  if (layout.generationType) writer.u8(element.generationType ?? 0);
  put(layout.wideCounts, element.ioTotal ?? element.io.length, '/ioTotal');
  for (const size of SIZES) {
    const isOfSize = (item: IoItem): boolean => 'value' in item && item.size === size;
    put(layout.wideCounts, element.io.filter(isOfSize).length, '/io');
    for (const [index, item] of element.io.entries()) {
      if (!('value' in item) || item.size !== size) continue;
      put(layout.wideIds, item.id, `/io/${index}/id`);
      putValue(writer, item.value, size, `${at}/io/${index}/value`);
    }
  }
  writeVariable(writer, element.io, layout, at);
}

function putValue(
  writer: ByteWriter,
  value: number | string,
  size: (typeof SIZES)[number],
  at: string,
): void {
  const most = size === 8 ? LARGEST : 2 ** (8 * size) - 1;
  if ((size === 8 ? BigInt(value) : Number(value)) > most)
    throw new FieldError(at, `${value} needs more than ${size} bytes`);
  if (size === 8) writer.u64(BigInt(value));
  else if (size === 4) writer.u32(Number(value));
  else if (size === 2) writer.u16(Number(value));
  else writer.u8(Number(value));
}

function writeVariable(writer: ByteWriter, io: readonly IoItem[], layout: IoLayout, at: string): void {
  const group = io.filter((item) => 'hex' in item);
  if (!layout.variable) {
    if (group.length > 0) throw new FieldError(`${at}/io`, 'this codec has no elements of variable length');
    return;
  }
  writer.u16(group.length);
  for (const { id, hex } of group)
    writer
      .u16(id)
      .u16(hex.length / 2)
      .hex(hex);
}
