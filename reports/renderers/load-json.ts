import type { z } from 'zod';
import type { loadShape } from '../../profile/export/load-shape.ts';
import { submissionsOf } from '../load/judge-limits.ts';
import type { LoadResult } from '../load/load-result.ts';
import { loadDurationMs, stateOf } from './load-text.ts';

/** The machine shape of a load run. @source docs/cli.md, Machine shapes */
export function renderLoadJson(result: LoadResult): z.infer<typeof loadShape> {
  const { verdict, runs, runDir, measures, limits, reconciliation } = result;
  const [{ plan, seed, salt, at, runId, replay }] = runs;
  return {
    verdict,
    plan: plan.name,
    ...{ seed, salt, at },
    state: stateOf(result),
    offered: measures.offered.messages,
    achieved: measures.acknowledged,
    ...submissionsOf(result.measures),
    stopped: measures.stopped,
    durationMs: loadDurationMs(result),
    limits: limits.map(({ judged }) => judged),
    reconciliation,
    ...{ runId, runDir, replay },
    parts: runs.map(({ runId: id, segment }) => ({ runId: id, ...(segment !== undefined && { segment }) })),
  };
}
