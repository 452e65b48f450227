import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Io } from '../io.ts';

const run = promisify(execFile);
/** The series that `tools/go.mod` pins, and that load scripts are typed for. */
export const K6_MAJOR = 2;
const ANSWER_WITHIN_MS = 20_000;
const OUTPUT_LIMIT = 65_536;
const QUOTED_CHARACTERS = 120;

interface Asking extends Pick<Io, 'env'> {
  readonly signal?: AbortSignal | undefined;
  readonly withinMs?: number;
}

/** The version of a k6 that fits, or why it does not. */
export type Answer =
  | { readonly version: string; readonly fault?: undefined }
  | { readonly version?: undefined; readonly fault: string };

/**
 * Asks a program for its version.
 * @param words what is spawned; `version` is added
 * @param withinMs longest wait, milliseconds
 */
export async function askVersion(
  [program = '', ...words]: readonly string[],
  { env, signal, withinMs = ANSWER_WITHIN_MS }: Asking,
): Promise<Answer> {
  const limits = {
    timeout: withinMs,
    maxBuffer: OUTPUT_LIMIT,
    killSignal: 'SIGKILL' as const,
    ...(signal && { signal }),
  };
  try {
    const { stdout } = await run(program, [...words, 'version'], { env: { ...env }, ...limits });
    return fitting(stdout);
  } catch (error) {
    return { fault: `it does not say its version: ${quoted(reasonOf(error))}` };
  }
}

function fitting(said: string): Answer {
  const [, version = '', major] = /^k6(?:\.exe)? v((\d{1,5})\.\d{1,5}\.\d{1,5}\S{0,40})/.exec(said) ?? [];
  if (major === undefined) return { fault: `it says ${quoted(said)} when asked for its version` };
  if (Number(major) === K6_MAJOR) return { version };
  return { fault: `it is k6 ${version}; load scripts need k6 ${K6_MAJOR}` };
}

/** Docker ends what it says with advice; what went wrong stands in a line of its own. */
function reasonOf(error: unknown): string {
  const { stderr, code, killed, message } = error as Error & Record<'stderr' | 'code' | 'killed', unknown>;
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'it does not stop speaking';
  if (killed === true) return 'no answer in time';
  const lines = typeof stderr === 'string' ? stderr.trim().split('\n') : [];
  const last = lines.find((line) => line.startsWith('docker: ')) ?? lines.at(-1);
  return last || (typeof code === 'string' ? code : message);
}

const quoted = (said: string): string => JSON.stringify(said.trim().slice(0, QUOTED_CHARACTERS));
