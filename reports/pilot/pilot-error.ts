/** Why exports of a pilot are not read; none of these is a verdict on anybody's system. */
export type PilotFault =
  | 'EXPORT_NOT_READ'
  | 'EXPORT_NOT_MAPPED'
  | 'EXPORT_NOT_DECODED'
  | 'COLUMN_NOT_FOUND'
  | 'ROW_REFUSED'
  | 'EVIDENCE_EXISTS'
  | 'EVIDENCE_NOT_WRITABLE'
  | 'INTERRUPTED';

const WRONG_USAGE = 4;
const INCONCLUSIVE = 2;

/** An export that cannot be read: stable `code`, file, line and column in `message`, what to do in `hint`. */
export class PilotError extends Error {
  override readonly name = 'PilotError';
  readonly code: PilotFault;
  readonly hint: string;
  readonly exitCode: number;

  constructor(code: PilotFault, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
    this.exitCode = code === 'INTERRUPTED' ? INCONCLUSIVE : WRONG_USAGE;
  }
}

/** What is wrong with one row: `column` as the file names it (empty: the row as a whole), what was seen there, what to do. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly column: string;
  readonly hint: string;

  constructor(column: string, seen: string, hint: string) {
    super(seen);
    this.column = column;
    this.hint = hint;
  }
}

const SHOWN_CHARACTERS = 40;

/** A value of a cell as a refusal quotes it: one line, shortened. */
export const quote = (text: string): string =>
  JSON.stringify(
    text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS).toWellFormed()}...` : text,
  );

/** The refusal of one row of a file. */
export const rowRefused = (file: string, line: number, fault: RowFault): PilotError =>
  new PilotError(
    'ROW_REFUSED',
    `Failed to read ${file}, line ${line}${fault.column === '' ? '' : `, column ${quote(fault.column)}`}: ${fault.message}.`,
    fault.hint,
    { cause: fault },
  );
