import { FieldError, FrameError, type Json } from '../protocol.ts';
import type { Given } from './given.ts';
import { msgIdOf, msgIdText } from './header.ts';

/** Bytes of a body, read from its beginning; offsets count from the beginning of the frame without escapes. */
export class BodyReader {
  readonly #bytes: Buffer;
  readonly #base: number;
  #at = 0;

  constructor(bytes: Buffer, base: number) {
    this.#bytes = bytes;
    this.#base = base;
  }

  /** The same bytes, from the beginning. */
  copy(): BodyReader {
    return new BodyReader(this.#bytes, this.#base);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  get offset(): number {
    return this.#base + this.#at;
  }

  /** @throws FrameError LENGTH */
  take(length: number): Buffer {
    if (length > this.left)
      throw new FrameError('LENGTH', this.offset, `${length} bytes are needed, ${this.left} are left`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  uint(length: 1 | 2 | 4): number {
    return this.take(length).readUIntBE(0, length);
  }

  rest(): Buffer {
    return this.take(this.left);
  }
}

/**
 * One element of a body. `text`: GBK, padded with zero bytes to `length`, or up to the end; `counted`: text behind one
 * byte with its length. A text that its letters do not give back (anything but ASCII, other padding) has its bytes
 * beside it in `hexName`, and is written from these as long as it still says the same.
 */
export type Element =
  | { readonly name: string; readonly kind: 'uint'; readonly length: 1 | 2 | 4 }
  | { readonly name: string; readonly kind: 'msgId' }
  | { readonly name: string; readonly kind: 'hex'; readonly length: number }
  | { readonly name: string; readonly kind: 'text'; readonly length?: number; readonly hexName: string }
  | { readonly name: string; readonly kind: 'counted'; readonly hexName: string };

/** A number, most significant byte first. */
export const uint = (name: string, length: 1 | 2 | 4): Element => ({ name, kind: 'uint', length });
/** Text of `length` bytes, or up to the end. */
export const text = (name: string, length?: number, hexName = `${name}Hex`): Element =>
  length === undefined ? { name, kind: 'text', hexName } : { name, kind: 'text', length, hexName };
/** Text behind one byte with its length. */
export const counted = (name: string): Element => ({ name, kind: 'counted', hexName: `${name}Hex` });
/** Bytes as they are. */
export const hex = (name: string, length: number): Element => ({ name, kind: 'hex', length });
/** Id of a message, told as `0x0200`. */
export const msgId = (name: string): Element => ({ name, kind: 'msgId' });

/** Elements in order as fields. @throws FrameError LENGTH */
export function readElements(reader: BodyReader, elements: readonly Element[]): { [name: string]: Json } {
  const fields: { [name: string]: Json } = {};
  for (const element of elements) Object.assign(fields, readElement(reader, element));
  return fields;
}

function readElement(reader: BodyReader, element: Element): { [name: string]: Json } {
  switch (element.kind) {
    case 'uint':
      return { [element.name]: reader.uint(element.length) };
    case 'msgId':
      return { [element.name]: msgIdText(reader.uint(2)) };
    case 'hex':
      return { [element.name]: reader.take(element.length).toString('hex') };
    case 'text':
      return textFields(element, reader.take(element.length ?? reader.left));
    case 'counted':
      return textFields(element, reader.take(reader.uint(1)));
  }
}

type TextElement = Extract<Element, { hexName: string }>;

function textFields(element: TextElement, bytes: Buffer): { [name: string]: Json } {
  const value = textOf(bytes);
  const plain = { [element.name]: value };
  const length = element.kind === 'text' ? element.length : undefined;
  return asciiBytes(value, length)?.equals(bytes)
    ? plain
    : { ...plain, [element.hexName]: bytes.toString('hex') };
}

const gbk = new TextDecoder('gbk');

/** Text of a message, padding taken off. @source tracking notes, section 4 (GBK) */
export function textOf(bytes: Buffer): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return gbk.decode(bytes.subarray(0, end));
}

function asciiBytes(value: string, length: number | undefined): Buffer | null {
  if (!/^[\0-\x7f]*$/.test(value) || value.length > (length ?? value.length)) return null;
  const bytes = Buffer.alloc(length ?? value.length);
  bytes.write(value, 'latin1');
  return bytes;
}

/** Fields as bytes, in order. @throws FieldError */
export const writeElements = (fields: Given, elements: readonly Element[]): Buffer =>
  Buffer.concat(elements.map((element) => writeElement(fields, element)));

function writeElement(fields: Given, element: Element): Buffer {
  switch (element.kind) {
    case 'uint':
      return uintBytes(fields.int(element.name, 256 ** element.length - 1), element.length);
    case 'msgId':
      return uintBytes(msgIdOf(fields, element.name), 2);
    case 'hex':
      return fields.bytes(element.name, element.length);
    case 'text':
      return textBytes(fields, element, element.length);
    case 'counted': {
      const bytes = textBytes(fields, element, undefined);
      if (bytes.length > 0xff)
        throw new FieldError(`${fields.pointer}/${element.name}`, 'is longer than 255 bytes');
      return Buffer.concat([uintBytes(bytes.length, 1), bytes]);
    }
  }
}

function textBytes(fields: Given, element: TextElement, length: number | undefined): Buffer {
  const value = fields.text(element.name, '');
  if (fields.has(element.hexName)) {
    const bytes = fields.bytes(element.hexName, length);
    if (textOf(bytes) === value) return bytes;
  }
  const bytes = asciiBytes(value, length);
  if (bytes) return bytes;
  const reason = `cannot be written: only ASCII${length === undefined ? '' : ` of at most ${length} letters`} can be changed`;
  throw new FieldError(`${fields.pointer}/${element.name}`, reason);
}

/** A number, most significant byte first. */
export function uintBytes(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

/** Bytes behind the last known element: kept, told only where there are any. */
export const readTail = (reader: BodyReader): { [name: string]: Json } =>
  reader.left > 0 ? { tailHex: reader.rest().toString('hex') } : {};

/** @throws FieldError */
export const writeTail = (fields: Given): Buffer => fields.bytes('tailHex', undefined, '');
