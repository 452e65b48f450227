import { z } from 'zod';
import type { Piece, Shape } from '../../link.ts';
import { defineStreamFault, way } from '../define-fault.ts';
import { bothWays } from '../ways.ts';

const values = z.strictObject({
  /** Kilobytes (1,000 bytes) a second, each way. */
  kilobytesPerSecond: z.int().min(1).max(1_000_000),
  way,
});

/** The line is narrow: bytes drip through it. */
export default defineStreamFault<z.infer<typeof values>>({
  name: 'bandwidth',
  french: ['ne passe que {kilobytesPerSecond} ko par seconde'],
  blocks: false,
  values,
  begin: (engine, { kilobytesPerSecond, way }) =>
    engine.bend({
      ways: bothWays(way),
      shape: () => narrowed(kilobytesPerSecond),
      toxic: { type: 'bandwidth', attributes: { rate: kilobytesPerSecond } },
    }),
});

/** Bytes leave in slices of so many milliseconds, so that they drip and do not come in one lump. @source Toxiproxy 2.5.0 */
const SLICE_MS = 100;

function narrowed(bytesPerMs: number): Shape {
  let free = 0;
  return (piece: Piece) => {
    free = Math.max(free, piece.at);
    if (piece.ends) return [{ ...piece, at: free }];
    const slices: Piece[] = [];
    for (let from = 0; from < piece.bytes.length; from += bytesPerMs * SLICE_MS) {
      const bytes = piece.bytes.subarray(from, from + bytesPerMs * SLICE_MS);
      free += bytes.length / bytesPerMs;
      slices.push({ bytes, at: free });
    }
    return slices;
  };
}
