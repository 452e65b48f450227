import type { EvidenceError } from '../../reports/evidence/evidence-error.ts';
import type { JudgedFinding, Verdict } from '../../reports/evidence/run.ts';

const IN_A_ROW = 3;
/** The hub answers a submission in less than 30 s. */
const SILENCE = 'TIM-002';

/** Why nothing more is played once the evidence cannot be written. */
export const evidenceLost = ({ code }: EvidenceError): string =>
  `Les preuves ne s'écrivent plus (${code}) : la campagne s'arrête là.`;

/**
 * Stops a run that no longer says anything: once the stack is dead, or has left several scenarios in a row without
 * an answer, what remains is inconclusive at once instead of one time limit after the other.
 */
export class Breaker {
  #reason: string | undefined;
  #unanswered = 0;

  /** Why nothing more is asked of the target; undefined while it answers. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** The scenario before had no answer. */
  get doubtful(): boolean {
    return this.#unanswered > 0;
  }

  trip(reason: string): void {
    this.#reason ??= reason;
  }

  /**
   * Counts scenarios without an answer one after the other: inconclusive, or failed for that (TIM-002). Any other
   * verdict but not-applicable starts anew.
   */
  count(verdict: Verdict, findings: readonly JudgedFinding[] = []): void {
    if (verdict === 'not-applicable') return;
    const silent = findings.some((finding) => finding.requirement === SILENCE && finding.verdict === 'fail');
    this.#unanswered = verdict === 'inconclusive' || silent ? this.#unanswered + 1 : 0;
    if (this.#unanswered >= IN_A_ROW)
      this.trip(`${IN_A_ROW} scénarios de suite sont restés sans réponse de la cible.`);
  }
}
