import { z } from 'zod';
import { reconcileShape } from './reconcile-shape.ts';

const count = z.int().min(0);

/**
 * `corridor load`. `offered` and `achieved` count messages: those that were due, of a run that was cut until then, and those that
 * were acknowledged, each once. `attempts` counts every time that one was sent; `failed` are attempts without an acknowledgement,
 * `refused` those of them that were refused for good. A limit is judged at its `unit`; `seen` is null, and the limit `inconclusive`,
 * where there was nothing to measure. `parts`: the runs of several sites, each of which sent a part of one load.
 * @source docs/cli.md, Machine shapes
 */
export const loadShape = z.object({
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  plan: z.string(),
  seed: z.int(),
  salt: z.string(),
  /** For which moment the traffic was made. */
  at: z.string(),
  state: z.enum(['running', 'complete', 'interrupted']),
  offered: count,
  achieved: count,
  attempts: count,
  failed: count,
  refused: count,
  /** Movements whose sender gave up or was refused. */
  stopped: count,
  durationMs: z.number().min(0),
  limits: z.array(
    z.object({
      name: z.string(),
      limit: z.string(),
      seen: z.number().nullable(),
      unit: z.string(),
      verdict: z.enum(['pass', 'fail', 'inconclusive']),
    }),
  ),
  reconciliation: reconcileShape,
  runId: z.string(),
  runDir: z.string(),
  replay: z.string(),
  parts: z.array(z.object({ runId: z.string(), segment: z.string().optional() })),
});
