import { FrameError } from '../protocol.ts';

/**
 * Reads big-endian numbers from [start, end) of a frame, one after the other.
 * Each read throws a FrameError (`LENGTH`, at the byte where it began) when fewer bytes are left than it needs.
 * @source assumption: the shape is ours; network byte order as in the manuals of Teltonika and Concox
 */
export class ByteReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at: number;

  constructor(bytes: Buffer, start: number, end: number) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** Another reader of the same bytes, from here. */
  copy(): ByteReader {
    return new ByteReader(this.#bytes, this.#at, this.#end);
  }

  /** Offset of the next byte in the frame. */
  get at(): number {
    return this.#at;
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#end - this.#at;
  }

  /** The next byte, not taken; null at the end. */
  get next(): number | null {
    return this.left > 0 ? this.#bytes.readUInt8(this.#at) : null;
  }

  /** The byte after the next one, not taken; null when there is none. */
  get following(): number | null {
    return this.left > 1 ? this.#bytes.readUInt8(this.#at + 1) : null;
  }

  u8(): number {
    return this.#bytes.readUInt8(this.#step(1));
  }

  u16(): number {
    return this.#bytes.readUInt16BE(this.#step(2));
  }

  i16(): number {
    return this.#bytes.readInt16BE(this.#step(2));
  }

  u24(): number {
    return this.#bytes.readUIntBE(this.#step(3), 3);
  }

  u32(): number {
    return this.#bytes.readUInt32BE(this.#step(4));
  }

  i32(): number {
    return this.#bytes.readInt32BE(this.#step(4));
  }

  u64(): bigint {
    return this.#bytes.readBigUInt64BE(this.#step(8));
  }

  hex(length: number): string {
    const start = this.#step(length);
    return this.#bytes.toString('hex', start, start + length);
  }

  /** One character for each byte (ISO 8859-1): any byte can be written again. */
  latin1(length: number): string {
    const start = this.#step(length);
    return this.#bytes.toString('latin1', start, start + length);
  }

  #step(length: number): number {
    const start = this.#at;
    if (length > this.left)
      throw new FrameError('LENGTH', start, `${length} bytes are due here, ${this.left} are left`);
    this.#at += length;
    return start;
  }
}
