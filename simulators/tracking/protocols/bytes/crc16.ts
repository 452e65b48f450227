/** Rows of a reflected polynomial, one for each value of a byte. */
function tableOf(polynomial: number): Uint16Array {
  const table = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let row = byte;
    for (let bit = 0; bit < 8; bit += 1) row = row & 1 ? (row >>> 1) ^ polynomial : row >>> 1;
    table[byte] = row;
  }
  return table;
}

function run(table: Uint16Array, initial: number, bytes: Uint8Array, start: number, end: number): number {
  let crc = initial;
  for (let at = start; at < end; at += 1) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return crc;
}

const ARC = tableOf(0xa001);
const X25 = tableOf(0x8408);

/**
 * CRC-16/ARC (also CRC-16/IBM) of bytes [start, end): 0xBB3D for `123456789`.
 * @source Teltonika data sending protocols (CRC-16/IBM); catalogue of parametrised CRC algorithms, CRC-16/ARC
 */
export const crc16Arc = (bytes: Uint8Array, start = 0, end = bytes.length): number =>
  run(ARC, 0, bytes, start, end);

/**
 * CRC-16/X-25 (the manuals say CRC-ITU) of bytes [start, end): 0x906E for `123456789`.
 * @source Concox GT06 manual, appendix (CRC-ITU); catalogue of parametrised CRC algorithms, CRC-16/IBM-SDLC
 */
export const crc16X25 = (bytes: Uint8Array, start = 0, end = bytes.length): number =>
  run(X25, 0xffff, bytes, start, end) ^ 0xffff;
