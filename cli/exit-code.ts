import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { wentAsExpected } from '../reports/model/expectations.ts';
import type { RunModel } from '../reports/model/run-model.ts';
import { exitCodes } from './failure.ts';

/**
 * Exit code of a command that shows a run. With a list of expected failures it tells whether the run went as the list
 * says; the verdict of the run stays what was observed.
 */
export function exitCodeOfRun({
  verdict,
  counts,
  expectations,
  reconciliation,
}: Pick<RunModel, 'verdict' | 'counts' | 'expectations' | 'reconciliation'>): number {
  if (!expectations || verdict !== 'fail') {
    const red = expectations && !wentAsExpected(expectations);
    return red ? exitCodes.nonConformity : exitCodeOf(verdict);
  }
  // No list speaks for the books.
  if (!wentAsExpected(expectations) || reconciliation?.verdict === 'fail') return exitCodes.nonConformity;
  if (counts.error > 0) return exitCodes.harnessFault;
  return counts.inconclusive > 0 ? exitCodes.inconclusive : exitCodes.conformant;
}
