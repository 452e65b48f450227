import type { RunSummary, Verdict } from './run.ts';

/** Verdicts of scenarios and of runs. @source docs/cli.md, Verdicts; ITU-T X.290 (pass, fail, inconclusive) */
export const verdicts = ['pass', 'fail', 'inconclusive', 'not-applicable', 'error'] as const;

/** Counts of scenarios by verdict, as in `run.json`. */
export type VerdictCounts = RunSummary['scenarios'];

/** A run is never `not-applicable`: where nothing was judged it is inconclusive. */
export type RunVerdict = Exclude<Verdict, 'not-applicable'>;

const worstFirst: readonly RunVerdict[] = ['fail', 'error', 'inconclusive', 'pass'];

/** Field of {@link VerdictCounts} for each verdict. */
export const countKeys = {
  pass: 'pass',
  fail: 'fail',
  inconclusive: 'inconclusive',
  'not-applicable': 'notApplicable',
  error: 'error',
} as const satisfies Record<Verdict, keyof VerdictCounts>;

/** Counts verdicts of scenarios. */
export function countVerdicts(verdicts: Iterable<Verdict>): VerdictCounts {
  const counts = { pass: 0, fail: 0, inconclusive: 0, notApplicable: 0, error: 0 };
  for (const verdict of verdicts) counts[countKeys[verdict]] += 1;
  return counts;
}

/**
 * The verdict of a run. A run that was interrupted is never a pass: what did not run was not judged.
 * @source docs/cli.md, Verdicts (fail, then error, then inconclusive, then pass, else inconclusive)
 */
export function verdictOfCounts(counts: VerdictCounts, complete = true): RunVerdict {
  const verdict = worstFirst.find((candidate) => counts[candidate] > 0) ?? 'inconclusive';
  return verdict === 'pass' && !complete ? 'inconclusive' : verdict;
}

/** The graver of two verdicts of a run, in that order. */
export function graverVerdict(one: Verdict, other: Verdict): RunVerdict {
  return worstFirst.find((verdict) => verdict === one || verdict === other) ?? 'inconclusive';
}

/** Exit code of a command that ends with this verdict. @source docs/cli.md */
export const exitCodeOf = (verdict: Verdict): 0 | 1 | 2 | 3 => exitCodes[verdict];

const exitCodes = { pass: 0, fail: 1, inconclusive: 2, error: 3, 'not-applicable': 2 } as const;
