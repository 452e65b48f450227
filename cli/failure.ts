import { type Format, type Io, line } from './io.ts';

/** Exit codes of every command. @source design section 4 */
export const exitCodes = {
  conformant: 0,
  nonConformity: 1,
  inconclusive: 2,
  harnessFault: 3,
  wrongUsage: 4,
} as const;

/** The command line, or a file that it names, is wrong: one sentence on what was seen, one on what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: string;
  readonly hint: string;
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

interface Coded {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: number;
  readonly message: string;
}

/** Codes of the rooms that do not mean a fault of ours. */
const exitByCode: Readonly<Record<string, number>> = {
  INCONCLUSIVE: exitCodes.inconclusive,
  UNKNOWN_SCENARIO: exitCodes.wrongUsage,
  NO_SCENARIO: exitCodes.wrongUsage,
  TAGS_NOT_READ: exitCodes.wrongUsage,
  UNKNOWN_DEVIATION: exitCodes.wrongUsage,
  PORT_BUSY: exitCodes.wrongUsage,
};

/** Any error as code, sentence, remedy and exit code. Errors of the rooms carry `code`, `hint`, sometimes `exitCode`. */
export function describeFailure(error: unknown): Coded {
  if (error instanceof UsageError) return { ...pick(error), exitCode: exitCodes.wrongUsage };
  if (error instanceof Error) {
    const picked = pick(error);
    const { exitCode = exitByCode[picked.code] ?? exitCodes.harnessFault } = error as { exitCode?: number };
    return { ...picked, exitCode };
  }
  return { code: 'UNKNOWN', message: String(error), hint: '', exitCode: exitCodes.harnessFault };
}

function pick(error: Error): Omit<Coded, 'exitCode'> {
  const { code, hint } = error as { code?: unknown; hint?: unknown };
  return {
    code: typeof code === 'string' ? code : error.name,
    message: error.message,
    hint: typeof hint === 'string' ? hint : '',
  };
}

/** Prints the failure where the format says, and returns the exit code. The stack trace only with CORRIDOR_DEBUG. */
export function reportFailure(error: unknown, format: Format, io: Io): number {
  const { code, message, hint, exitCode } = describeFailure(error);
  if (format === 'json') line(io.stdout, JSON.stringify({ error: { code, message, hint } }));
  else {
    line(io.stderr, message);
    if (hint) line(io.stderr, hint);
  }
  if (io.env['CORRIDOR_DEBUG'] && error instanceof Error) line(io.stderr, error.stack ?? '');
  return exitCode;
}
