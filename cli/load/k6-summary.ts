import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The part of k6's own summary that no exchange tells; k6 leaves a metric out of which it has nothing. */
const summary = z.object({
  metrics: z.object({
    dropped_iterations: z.object({ values: z.object({ count: z.int().min(0) }) }).optional(),
  }),
});

/** Arrivals for which no sender was free; undefined when k6 left no summary, as one that was killed does. */
export async function droppedIn(path: string): Promise<number | undefined> {
  try {
    const { metrics } = summary.parse(JSON.parse(await readFile(path, 'utf8')));
    return metrics.dropped_iterations?.values.count ?? 0;
  } catch {
    return undefined;
  }
}
