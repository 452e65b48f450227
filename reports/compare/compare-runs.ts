import { deviationOf } from '../evidence/deviation-of.ts';
import type { Verdict } from '../evidence/run.ts';
import type { RunVerdict } from '../evidence/verdict.ts';
import type { CoverageStatus, RunModel, ScenarioModel } from '../model/run-model.ts';

/** What the second run shows beside the first. */
export interface Comparison {
  /** `fail` when something became red, `inconclusive` when something can no longer be told, else `pass`. */
  readonly verdict: RunVerdict;
  readonly runs: readonly [ComparedRun, ComparedRun];
  /** Ids of scenarios that only the second run has, and only the first. */
  readonly appeared: readonly string[];
  readonly disappeared: readonly string[];
  readonly turned: readonly {
    readonly scenario: string;
    readonly from: Verdict;
    readonly to: Verdict;
  }[];
  readonly requirements: readonly {
    readonly requirement: string;
    readonly from: CoverageStatus;
    readonly to: CoverageStatus;
  }[];
  /** Scenarios that took longer by more than {@link SLOWER}, slowest first. Durations in milliseconds. */
  readonly slower: readonly {
    readonly scenario: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly ratio: number;
  }[];
}

/** One of the two, by what tells them apart. */
export interface ComparedRun {
  readonly runId: string;
  readonly verdict: RunVerdict;
  readonly target: string;
  /** Wrong behaviour that the reference stack was told to commit. */
  readonly deviation?: string;
  readonly startedAt: string;
  readonly seed: number;
}

/** From when on a scenario counts as slower: twice as long as the whole run got slower, and by this much. @source assumption */
const SLOWER = { ratio: 2, byMs: 250 } as const;

/** Compares two runs, scenario by scenario: two builds, two countries, before and after. */
export function compareRuns(before: RunModel, after: RunModel): Comparison {
  const [old, young] = [before, after].map(({ scenarios }) => new Map(scenarios.map((one) => [one.id, one])));
  const pairs = after.scenarios.flatMap((to) => {
    const from = old?.get(to.id);
    return from ? [{ from, to }] : [];
  });
  const turned = pairs
    .filter(({ from, to }) => from.verdict !== to.verdict)
    .map(({ from, to }) => ({ scenario: to.id, from: from.verdict, to: to.verdict }));
  const requirements = turnedRequirements(before, after);
  const appeared = after.scenarios.filter(({ id }) => !old?.has(id));
  return {
    verdict: verdictOf([
      ...turned.map(({ to }) => to),
      ...appeared.map(({ verdict }) => verdict),
      ...requirements.filter(isUntoldNow).map(() => 'inconclusive' as const),
      // Books that do not agree, or a run that was cut, are in no scenario.
      ...(after.verdict === before.verdict ? [] : [after.verdict]),
    ]),
    runs: [identityOf(before), identityOf(after)],
    appeared: appeared.map(({ id }) => id),
    disappeared: before.scenarios.filter(({ id }) => !young?.has(id)).map(({ id }) => id),
    turned,
    requirements,
    slower: slowerOf(pairs),
  };
}

const isJudged = (status: CoverageStatus): boolean => status === 'pass' || status === 'fail';

/** What was judged before and is not judged any more can no longer be told, for whatever reason. */
export const isUntoldNow = ({ from, to }: Comparison['requirements'][number]): boolean =>
  isJudged(from) && !isJudged(to);

/** What counts is what is not green now and was not there or not so before. */
function verdictOf(now: readonly Verdict[]): RunVerdict {
  const graver = (['fail', 'error', 'inconclusive'] as const).find((verdict) => now.includes(verdict));
  return graver ?? 'pass';
}

const identityOf = ({ run, verdict }: RunModel): ComparedRun => ({
  runId: run.runId,
  verdict,
  target: run.target.name,
  ...deviationOf(run),
  startedAt: run.startedAt,
  seed: run.seed,
});

function turnedRequirements(before: RunModel, after: RunModel): Comparison['requirements'] {
  const old = new Map(before.requirements.map(({ id, status }) => [id, status]));
  return after.requirements.flatMap(({ id, status: to }) => {
    const from = old.get(id);
    return from === undefined || from === to ? [] : [{ requirement: id, from, to }];
  });
}

type Pair = Readonly<Record<'from' | 'to', Pick<ScenarioModel, 'id' | 'durationMs'>>>;

/** A machine that is slower as a whole makes no scenario slower than the others. */
function slowerOf(pairs: readonly Pair[]): Comparison['slower'] {
  const whole = Math.max(1, median(pairs.map(ratioOf)));
  return pairs
    .filter(
      (pair) =>
        pair.to.durationMs - pair.from.durationMs * whole >= SLOWER.byMs &&
        ratioOf(pair) >= SLOWER.ratio * whole,
    )
    .map((pair) => ({
      scenario: pair.to.id,
      fromMs: pair.from.durationMs,
      toMs: pair.to.durationMs,
      ratio: Math.round(ratioOf(pair) * 10) / 10,
    }))
    .sort((one, other) => other.toMs - other.fromMs - (one.toMs - one.fromMs));
}

const ratioOf = ({ from, to }: Pair): number => to.durationMs / Math.max(1, from.durationMs);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
