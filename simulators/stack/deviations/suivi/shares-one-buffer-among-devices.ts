import { defineDeviation } from '../deviation.ts';

/** Bytes that an unfinished packet of anybody still wants. */
let wanted = 0;

export default defineDeviation({
  name: 'shares-one-buffer-among-devices',
  violates: ['TRK-102'],
  why: 'The parser of the listener has one buffer for all connections: an endless packet swallows what the others send.',
  onFrame: (bytes, { protocol }) => {
    if (protocol !== 'teltonika') return bytes;
    if (wanted > 0) {
      wanted = Math.max(0, wanted - bytes.length);
      return Buffer.alloc(0);
    }
    const begins = bytes.length >= 8 && bytes.readUInt32BE(0) === 0;
    if (begins) wanted = Math.max(0, bytes.readUInt32BE(4) + 12 - bytes.length);
    return bytes;
  },
});
