/** Why the stack cannot start or go on. The values are stable; the sentences are not. */
export type StackErrorCode =
  | 'PORT_IN_USE'
  | 'ADDRESS_NOT_AVAILABLE'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_URL_NOT_VALID'
  | 'DATABASE_NOT_OURS'
  | 'POSTGRES_NOT_FOUND'
  | 'POSTGRES_NOT_STARTED'
  | 'UNKNOWN_DEVIATION'
  | 'UNKNOWN_TIMER'
  | 'TIMERS_NOT_VALID'
  | 'TRACKING_LIMITS_NOT_VALID'
  | 'SERVICES_NOT_VALID';

const WRONG_USAGE = 4;
const HARNESS_FAULT = 3;

const usage: ReadonlySet<StackErrorCode> = new Set([
  'PORT_IN_USE',
  'ADDRESS_NOT_AVAILABLE',
  'DATABASE_URL_NOT_VALID',
  'DATABASE_NOT_OURS',
  'UNKNOWN_DEVIATION',
  'UNKNOWN_TIMER',
  'TIMERS_NOT_VALID',
  'TRACKING_LIMITS_NOT_VALID',
  'SERVICES_NOT_VALID',
]);

/**
 * A refusal to start: `message` says what was seen, `hint` what to do, `exitCode` how the process ends
 * (4 wrong usage, 3 harness fault).
 */
export class StackError extends Error {
  override readonly name = 'StackError';
  readonly code: StackErrorCode;
  readonly hint: string;
  readonly exitCode: number;
  constructor(code: StackErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
    this.exitCode = usage.has(code) ? WRONG_USAGE : HARNESS_FAULT;
  }
}
