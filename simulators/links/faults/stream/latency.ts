import { z } from 'zod';
import type { Piece, Shape } from '../../link.ts';
import { defineStreamFault, milliseconds, way } from '../define-fault.ts';
import { bothWays } from '../ways.ts';

const values = z.strictObject({
  /** Each way. */
  ms: milliseconds,
  /** Each piece comes up to so much earlier or later, in order all the same. */
  jitterMs: milliseconds.default(0),
  way,
});

/** Everything comes later, as over a satellite: each way by `ms`, give or take `jitterMs`. */
export default defineStreamFault<z.infer<typeof values>>({
  name: 'latency',
  french: ['est lente de {ms} ms', 'est lente de {ms} ms à {jitterMs} ms près'],
  blocks: false,
  values,
  begin: (engine, { ms, jitterMs, way }, random) =>
    engine.bend({
      ways: bothWays(way),
      shape: () => delayed(() => Math.max(0, ms + jitterMs * (2 * random.next() - 1))),
      toxic: { type: 'latency', attributes: { latency: ms, jitter: jitterMs } },
    }),
});

/** Nothing overtakes what came before. */
function delayed(delayMs: () => number): Shape {
  let last = 0;
  return (piece: Piece) => {
    last = Math.max(last, piece.at + delayMs());
    return [{ ...piece, at: last }];
  };
}
