import { EvidenceError } from '../evidence/evidence-error.ts';

/** What can be wrong with what one is asked to reconcile. */
export type ReconcileFault =
  | 'EVIDENCE_NOT_FOUND'
  | 'NO_EVIDENCE'
  | 'NOT_READABLE'
  | 'NOT_A_RECORD'
  | 'CHAIN_BROKEN'
  | 'NO_SPACE'
  | 'ENGINE_MISSING'
  | 'INTERRUPTED';

const exitCodes: Readonly<Partial<Record<ReconcileFault, number>>> = {
  CHAIN_BROKEN: 2,
  INTERRUPTED: 2,
  NO_SPACE: 3,
  ENGINE_MISSING: 3,
};

const WRONG_USAGE = 4;

/** Nothing could be reconciled: what was seen in `message`, what to do in `hint`. */
export class ReconcileError extends Error {
  override readonly name = 'ReconcileError';
  readonly code: ReconcileFault;
  readonly hint: string;
  readonly exitCode: number;

  constructor(code: ReconcileFault, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCodes[code] ?? WRONG_USAGE;
  }
}

export const notRecord = (path: string, seen: string, cause?: unknown): ReconcileError =>
  new ReconcileError(
    'NOT_A_RECORD',
    seen.startsWith('Failed') ? seen : `Failed to read ${path}: found ${seen}.`,
    'The file was changed or is no evidence file; take the original exchange.ndjson.',
    { cause },
  );

/** What a reader of evidence threw, as a fault of what was to be reconciled. */
export function readingError(path: string, cause: unknown): unknown {
  if (!(cause instanceof EvidenceError)) return cause;
  const seen = cause.message.replace(` ${cause.hint}`, '');
  if (cause.code === 'NOT_A_RECORD') return notRecord(path, seen, cause);
  return new ReconcileError('NOT_READABLE', seen, cause.hint, { cause });
}

/** Whether the engine says that it has no room left. */
export const isOutOfSpace = (cause: unknown): boolean =>
  /No space left|temp_directory|Out of Memory/i.test(cause instanceof Error ? cause.message : String(cause));

/** Neither the memory that the engine may take nor the temporary folder has room for what was to be reconciled. */
export const noSpace = (cause: unknown): ReconcileError =>
  new ReconcileError(
    'NO_SPACE',
    'Failed to reconcile: the memory allowed and the temporary folder are full.',
    'Free space in the temporary folder (TMPDIR), or reconcile fewer files at once.',
    { cause },
  );
