/** What can be wrong with load runs of which a report is asked. */
export type LoadReportFault =
  | 'NOT_A_LOAD_RUN'
  | 'NOT_A_SAMPLE'
  | 'DIFFERENT_LOADS'
  | 'SAME_PART'
  | 'NO_PLACE';

const WRONG_USAGE = 4;

/** No report can be made: what was seen in `message`, what to do in `hint`. */
export class LoadReportError extends Error {
  override readonly name = 'LoadReportError';
  readonly code: LoadReportFault;
  readonly hint: string;
  readonly exitCode = WRONG_USAGE;

  constructor(code: LoadReportFault, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
