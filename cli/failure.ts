import { printable } from '../reports/renderers/terminal-text.ts';
import { type Format, type Io, line } from './io.ts';

/** Exit codes of every command. @source docs/cli.md */
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
  INTERRUPTED: exitCodes.inconclusive,
  UNKNOWN_SCENARIO: exitCodes.wrongUsage,
  UNKNOWN_TAG: exitCodes.wrongUsage,
  NO_SCENARIO: exitCodes.wrongUsage,
  TAGS_NOT_READ: exitCodes.wrongUsage,
  UNKNOWN_DEVIATION: exitCodes.wrongUsage,
  CANNOT_LISTEN: exitCodes.wrongUsage,
  PORT_IN_USE: exitCodes.wrongUsage,
  FOLDER_NOT_WRITABLE: exitCodes.wrongUsage,
  OTHER_ENVIRONMENT: exitCodes.wrongUsage,
  UNKNOWN_SEAT: exitCodes.wrongUsage,
};

/** Any error as code, sentence, remedy and exit code. Errors of the rooms carry `code`, `hint`, sometimes `exitCode`. */
export function describeFailure(error: unknown): Coded {
  // What failed while cleaning up after a fault says less than the fault.
  if (error instanceof SuppressedError) return describeFailure(error.suppressed);
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
  if (typeof hint !== 'string' || typeof code !== 'string') return unforeseen(error);
  // Some rooms end the message with the hint, for readers who get no other.
  const message = error.message.endsWith(hint)
    ? error.message.slice(0, -hint.length).trimEnd()
    : error.message;
  return { code, message, hint };
}

/** No error of ours: what the platform said, and how to tell us. */
function unforeseen({ name, message, code }: Error & { code?: unknown }): Omit<Coded, 'exitCode'> {
  const [sentence = ''] = message.split('\n');
  return {
    code: typeof code === 'string' ? code : name,
    message: sentence || name,
    hint: 'Run corridor doctor; if that finds nothing, run again with CORRIDOR_DEBUG=1 and report what it prints.',
  };
}

/** Prints the failure where the format says, and returns the exit code. The stack trace only with CORRIDOR_DEBUG. */
export function reportFailure(error: unknown, format: Format, io: Io): number {
  const { code, message, hint, exitCode } = describeFailure(error);
  if (format === 'json') line(io.stdout, JSON.stringify({ error: { code, message, hint } }));
  else {
    for (const text of [message, hint].filter(Boolean))
      line(io.stderr, text.split('\n').map(printable).join('\n'));
  }
  if (io.env['CORRIDOR_DEBUG'] && error instanceof Error) line(io.stderr, error.stack ?? '');
  return exitCode;
}
