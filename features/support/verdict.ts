import type { JudgedFinding, Verdict } from '../../reports/evidence/run.ts';
import { InconclusiveError, NonConformityError, NotApplicableError, ScenarioError } from './errors.ts';

/** How a scenario ended. `reason` is in French, absent for `pass` and `fail`. */
export interface ScenarioEnd {
  readonly verdict: Verdict;
  readonly reason?: string;
}

export interface ScenarioFacts {
  /** Decided before the first step: not applicable, interrupted, target gone. */
  readonly stopped?: ScenarioEnd | undefined;
  /** First thing thrown by a step or hook. */
  readonly error?: unknown;
  /** Worst status as Cucumber has it: `PASSED`, `FAILED`, `UNDEFINED`, `AMBIGUOUS` ... */
  readonly status: string;
  /** What is to be said of a step that nothing defines, in French. */
  readonly undefinedStep?: string | undefined;
  readonly findings: readonly JudgedFinding[];
}

/** The verdict of a scenario: by the class of what was thrown, then by what was judged. */
export function verdictOf(facts: ScenarioFacts): ScenarioEnd {
  const { stopped, error, status, undefinedStep, findings } = facts;
  if (stopped) return stopped;
  if (error instanceof NonConformityError) return { verdict: 'fail' };
  if (error instanceof InconclusiveError) return { verdict: 'inconclusive', reason: error.message };
  if (error instanceof NotApplicableError)
    return { verdict: 'not-applicable', reason: `${error.message} ${error.hint}` };
  if (error !== undefined) return { verdict: 'error', reason: reasonOf(error) };
  if (status !== 'PASSED')
    return { verdict: 'error', reason: undefinedStep ?? STATUS_REASONS[status] ?? FAILED };
  return verdictOfFindings(findings);
}

function verdictOfFindings(findings: readonly JudgedFinding[]): ScenarioEnd {
  const has = (verdict: Verdict): boolean => findings.some((finding) => finding.verdict === verdict);
  if (findings.length === 0) return { verdict: 'error', reason: "Le scénario n'a rien jugé." };
  if (has('fail')) return { verdict: 'fail' };
  if (has('error')) return { verdict: 'error', reason: 'Une vérification a échoué par notre faute.' };
  if (has('inconclusive'))
    return { verdict: 'inconclusive', reason: "Une observation n'a pas pu être jugée." };
  return { verdict: 'pass' };
}

const FAILED = "Un pas n'a pas fini à temps, ou a échoué sans le dire.";
const STATUS_REASONS: Readonly<Record<string, string>> = {
  UNDEFINED: "Un pas du scénario n'est pas défini.",
  AMBIGUOUS: 'Un pas du scénario a plusieurs définitions.',
  PENDING: "Un pas du scénario n'est pas encore écrit.",
};

function reasonOf(error: unknown): string {
  if (error instanceof ScenarioError) return `${error.message} (${error.code})`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
