import type { ProblemCode } from '../../../profile/problem.ts';

/** What cannot be attributed to a message, or a query that cannot be met: told as problem details. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}
