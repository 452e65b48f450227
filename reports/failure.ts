/** Why a report cannot be written; none of these is a verdict on anybody's system. */
export type ReportFault = 'RUN_NOT_FOUND' | 'NOT_A_RUN' | 'NOT_A_MESSAGE' | 'REPORT_NOT_WRITABLE';

/** A run folder that cannot be read, or a report that cannot be written: stable `code`, what to do in `hint`. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
  readonly code: ReportFault;
  readonly hint: string;

  constructor(code: ReportFault, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
