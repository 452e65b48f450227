import type { JudgedFinding } from '../../reports/evidence/run.ts';

/** What ends a scenario early. The class carries the verdict; `message` is for officers, in French. */
export abstract class ScenarioError extends Error {
  abstract readonly code: string;
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.hint = hint;
  }
}

/** Theirs: a requirement is not met (verdict `fail`). */
export class NonConformityError extends ScenarioError {
  readonly code = 'NON_CONFORMITY';
  readonly findings: readonly JudgedFinding[];

  constructor(findings: readonly JudgedFinding[]) {
    super(findings.map(sentence).join('\n'), 'Voir les messages échangés dans le rapport de la campagne.');
    this.findings = findings;
  }
}

/** Nobody's: the link or the environment broke, nothing can be said (verdict `inconclusive`). */
export class InconclusiveError extends ScenarioError {
  readonly code = 'INCONCLUSIVE';
}

/** The target does not claim what the scenario needs (verdict `not-applicable`). */
export class NotApplicableError extends ScenarioError {
  readonly code = 'NOT_APPLICABLE';
}

/** Ours: a step, a fixture or the environment is at fault (verdict `error`). */
export class HarnessError extends ScenarioError {
  readonly code: string;

  constructor(code: string, message: string, hint: string, options?: ErrorOptions) {
    super(message, hint, options);
    this.code = code;
  }
}

const sentence = ({ requirement, expected, observed }: JudgedFinding): string =>
  `${requirement} : attendu ${expected} ; observé ${observed}`;
