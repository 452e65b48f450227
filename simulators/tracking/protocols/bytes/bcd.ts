import { FrameError } from '../protocol.ts';

/** The two nibbles of a byte, high first; `position` counts nibbles from the beginning of the buffer. */
const nibbleAt = (bytes: Buffer, position: number): number => {
  const byte = bytes.readUInt8(position >> 1);
  return position % 2 === 0 ? byte >> 4 : byte & 0x0f;
};

/**
 * Reads packed decimal digits (BCD), two a byte, high nibble first: `12 34` gives `1234`. Leading zeros stay.
 *
 * @param offset first byte
 * @param length bytes
 * @throws FrameError VALUE with the offset of the byte that holds a nibble above 9
 * @source tracking notes, clauses 2 and 4: terminal ID, date, time
 */
export const readBcd = (bytes: Buffer, offset: number, length: number): string =>
  readBcdNibbles(bytes, offset * 2, length * 2);

/**
 * Reads packed decimal digits that begin or end in the middle of a byte.
 *
 * @param position first nibble, counted from the beginning of the buffer
 * @param count nibbles
 * @throws FrameError VALUE with the offset of the byte that holds a nibble above 9
 * @source tracking notes, clause 2: longitude of 4.5 bytes
 */
export function readBcdNibbles(bytes: Buffer, position: number, count: number): string {
  let digits = '';
  for (let at = position; at < position + count; at += 1) {
    const nibble = nibbleAt(bytes, at);
    if (nibble > 9)
      throw new FrameError('VALUE', at >> 1, `0x${nibble.toString(16).toUpperCase()} is no decimal digit`);
    digits += nibble;
  }
  return digits;
}

/**
 * Writes decimal digits packed (BCD), two a byte; the caller sees to it that there are `2 * length` of them.
 *
 * @throws RangeError for anything but that many decimal digits: the caller's mistake, not the peer's
 * @source tracking notes, clauses 2 and 4
 */
export function writeBcd(bytes: Buffer, offset: number, length: number, digits: string): void {
  if (digits.length !== length * 2 || !/^[0-9]*$/.test(digits))
    throw new RangeError(`${length * 2} decimal digits are needed, not ${JSON.stringify(digits)}`);
  bytes.write(digits, offset, length, 'hex');
}
