import type { Remark } from '../evidence/remarks.ts';
import type { RunSummary, Verdict } from '../evidence/run.ts';
import { type Expectations, wentAsExpected } from '../model/expectations.ts';
import type { RunModel, ScenarioModel } from '../model/run-model.ts';
import type { Reconciliation } from '../reconcile/reconciliation.ts';
import { explain } from './explanation.ts';

/** What `corridor verify --format json` prints. @source docs/cli.md, Machine shapes */
export interface VerifyResult {
  readonly runId: string;
  readonly verdict: Verdict;
  readonly seed: number;
  readonly salt: string;
  readonly durationMs: number;
  readonly scenarios: RunSummary['scenarios'];
  readonly requirements: RunSummary['requirements'];
  readonly failures: readonly VerifyFailure[];
  readonly unjudged: readonly Unjudged[];
  /** Whether the books agree; absent when the run was interrupted. */
  readonly reconciliation?: Reconciliation;
  readonly runDir: string;
  readonly replay: string;
  /** What people wrote beside the evidence. */
  readonly remarks: readonly Remark[];
  /** With a list of expected failures. */
  readonly expectations?: Expectations & { readonly asExpected: boolean };
}

/** One finding that a stack, a link or the harness failed. */
export interface VerifyFailure {
  readonly scenario: string;
  readonly requirement: string;
  readonly expected: string;
  readonly observed: string;
  readonly pointer?: string;
  /** Two sentences in French. */
  readonly explanation: string;
}

/** A scenario that was played and says nothing of the stack, and why: a table that is wrong, a link that broke, our fault. */
export interface Unjudged {
  readonly scenario: string;
  readonly verdict: 'error' | 'inconclusive';
  readonly reason: string;
}

/** The machine shape of a run. `requirements` is counted again from the register and the findings where there is one. */
export function renderJson(model: RunModel): VerifyResult {
  const { run, folder, verdict, counts } = model;
  return {
    runId: run.runId,
    verdict,
    seed: run.seed,
    salt: run.salt,
    durationMs: durationOf(run),
    scenarios: counts,
    requirements: countRequirements(model),
    failures: failuresOf(model),
    unjudged: unjudgedIn(model),
    ...(model.reconciliation && { reconciliation: model.reconciliation }),
    runDir: folder,
    replay: run.replay,
    remarks: model.remarks,
    ...(model.expectations && {
      expectations: { ...model.expectations, asExpected: wentAsExpected(model.expectations) },
    }),
  };
}

/** Requirements of the register: all, judged by a finding, not tested with a reason. */
export function countRequirements({ requirements, run }: RunModel): RunSummary['requirements'] {
  const known = requirements.filter(({ unknown }) => !unknown);
  if (known.length === 0) return run.requirements;
  return {
    total: known.length,
    covered: known.filter(({ status }) => status === 'pass' || status === 'fail').length,
    reasoned: known.filter(({ reason }) => Boolean(reason)).length,
  };
}

/** Milliseconds from start to end; of the scenarios together when the run did not end. */
export const durationOf = (run: RunSummary): number =>
  run.durationMs ?? (run.endedAt === undefined ? 0 : Date.parse(run.endedAt) - Date.parse(run.startedAt));

function failuresOf({ scenarios, requirements }: RunModel): VerifyFailure[] {
  const rows = new Map(requirements.map((row) => [row.id, row]));
  return scenarios.flatMap(({ id, findings }) =>
    findings
      .filter(({ verdict }) => verdict === 'fail')
      .map((finding) => ({
        scenario: id,
        requirement: finding.requirement,
        expected: finding.expected,
        observed: finding.observed,
        ...(finding.pointer !== undefined && { pointer: finding.pointer }),
        explanation: explain(finding, rows.get(finding.requirement)),
      })),
  );
}

/** What was played and not judged; a scenario is called by its id, or as `nameOf` says. */
export const unjudgedIn = (
  { scenarios }: RunModel,
  nameOf: (scenario: ScenarioModel) => string = ({ id }) => id,
): Unjudged[] =>
  scenarios.flatMap((scenario) => {
    const { verdict, reason = '' } = scenario;
    return verdict === 'error' || verdict === 'inconclusive'
      ? [{ scenario: nameOf(scenario), verdict, reason }]
      : [];
  });
