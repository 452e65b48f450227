import { FrameError } from '../protocol.ts';

const ESCAPE = 0x3d;
/** Byte that may not stand in a text frame -> what follows 3D instead of it. */
const codes = new Map([
  [0x28, 0x15],
  [0x29, 0x14],
  [0x2c, 0x11],
  [ESCAPE, 0x00],
]);
const bytesOfCodes = new Map([...codes].map(([byte, code]) => [code, byte]));

/**
 * Brackets, commas and the escape itself made harmless inside a text frame.
 *
 * @source JT701D Protocol Manual V1.4, WLNET,5 (tracking notes, clause 2)
 */
export function escapeBinary(bytes: Buffer): Buffer {
  const escaped: number[] = [];
  for (const byte of bytes) {
    const code = codes.get(byte);
    if (code === undefined) escaped.push(byte);
    else escaped.push(ESCAPE, code);
  }
  return Buffer.from(escaped);
}

/**
 * The bytes that were escaped. Read from the left, one escape at a time, a restored 3D never begins another.
 *
 * @param offset of the bytes in their frame, for the error
 * @throws FrameError ESCAPE for an escape that does not exist, or a byte that had to be escaped
 */
export function unescapeBinary(bytes: Buffer, offset: number): Buffer {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes.readUInt8(at);
    if (byte !== ESCAPE && codes.has(byte))
      throw new FrameError('ESCAPE', offset + at, `0x${byte.toString(16)} stands unescaped`);
    if (byte !== ESCAPE) plain.push(byte);
    else {
      const restored = bytesOfCodes.get(bytes[at + 1] ?? -1);
      if (restored === undefined) throw new FrameError('ESCAPE', offset + at, '0x3d begins no escape');
      plain.push(restored);
      at += 1;
    }
  }
  return Buffer.from(plain);
}
