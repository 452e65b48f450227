import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'takes-frames-without-their-checksum',
  violates: ['TRK-101'],
  why: 'TCP carries a checksum already: that of the frame is not looked at, and what a bad modem garbled is told as measured.',
  onFrame: (bytes, { protocol }) => (protocol === 'teltonika' ? repaired(bytes) : bytes),
});

/** The same bytes with the checksum that each packet should have. */
function repaired(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  let at = copy.length > 1 && copy.readUInt16BE(0) === LOGIN ? LOGIN + 2 : 0;
  for (; at + 12 <= copy.length && copy.readUInt32BE(at) === 0; ) {
    const end = at + 8 + copy.readUInt32BE(at + 4);
    if (end + 4 > copy.length) break;
    copy.writeUInt32BE(crc16(copy.subarray(at + 8, end)), end);
    at = end + 4;
  }
  return copy;
}

const LOGIN = 15;

/** CRC-16/ARC. */
function crc16(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >> 1) ^ 0xa001 : sum >> 1;
  }
  return sum;
}
