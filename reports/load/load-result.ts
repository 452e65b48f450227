import type { RunVerdict } from '../evidence/verdict.ts';
import type { Reconciliation } from '../reconcile/reconciliation.ts';
import type { LimitSeen } from './judge-limits.ts';
import type { LoadRun } from './load-run.ts';
import type { Measures } from './measures.ts';

/** What a load run, or the parts of one from several sites, came to. */
export interface LoadResult {
  readonly verdict: RunVerdict;
  /** In the order given; at least one. */
  readonly runs: readonly [LoadRun, ...LoadRun[]];
  /** Where the reports are. */
  readonly runDir: string;
  readonly measures: Measures;
  readonly limits: readonly LimitSeen[];
  readonly reconciliation: Reconciliation;
}
