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
