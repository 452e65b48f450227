import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { HarnessError } from '../../features/support/errors.ts';
import type { BegunLine, StoppedLine, TrafficLine } from '../../fixtures/load/run-file.ts';

/** A line of k6 that is longer cannot be read: a large answer, each character of it escaped six times over, is shorter. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** ms since the epoch, up to the year 2100. */
const instant = z.number().min(0).max(4_102_444_800_000);

/** What a k6 script says, as {@link TrafficLine} and {@link StoppedLine} of fixtures/load have it; of an exchange all but the body. */
const saidLine = z.discriminatedUnion('corridor', [
  z.strictObject({
    corridor: z.literal('exchange'),
    kind: z.enum(['submit', 'query']),
    at: instant,
    from: z.string().max(20),
    method: z.enum(['GET', 'POST']),
    path: z.string().max(2_000),
    status: z.int().min(0).max(999),
    answer: z.string(),
    afterMs: z.number().min(0).max(86_400_000),
    fault: z.string().max(500).optional(),
    name: z.string().max(60),
    lateMs: z.number().min(0).optional(),
  }),
  z.strictObject({ corridor: z.literal('stopped'), movement: z.string().max(64), at: z.string().max(60) }),
  z.strictObject({ corridor: z.literal('begun'), at: instant }),
]);
saidLine satisfies z.ZodType<Omit<TrafficLine, 'body'> | StoppedLine | BegunLine>;

/** The body of an exchange: its bytes as they were sent, and what they say. */
interface SaidBody {
  readonly body?: string;
  readonly content?: unknown;
}
export type K6Line = z.infer<typeof saidLine> & SaidBody;

/**
 * k6 keeps its traffic in memory: collected half as often as Go does by itself, it sends more, up to a bound for all of it. Whoever
 * sets these variables is heard.
 */
export const K6_MEMORY = { GOGC: '200', GOMEMLIMIT: '4GiB' } as const;

/** How k6 is started. */
export interface K6Options {
  readonly command: readonly string[];
  /** Words after `k6 run`. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What k6 says beside our lines goes there. */
  readonly log: string;
  readonly onLine: (line: K6Line) => void;
  /** A line began as one of ours and cannot be read: something is missing from the evidence. */
  readonly onUnreadable: () => void;
  /** Waited for while the disk is slower than the traffic. */
  readonly ready: () => Promise<void> | undefined;
}

/** A k6 under way: its lines are read as they come; killed, what it said stays. */
export class K6Process {
  readonly #child: ChildProcess;
  readonly #read: Promise<void>;
  readonly #exit: Promise<number | null>;

  private constructor(child: ChildProcess, read: Promise<void>) {
    this.#child = child;
    this.#read = read;
    read.catch(() => undefined); // told by `ended`
    this.#exit = once(child, 'exit').then(([code]) => code as number | null);
  }

  /** @throws HarnessError `K6_NOT_STARTED` when the program cannot be started */
  static async start(options: K6Options): Promise<K6Process> {
    const [program = '', ...before] = options.command;
    const child = spawn(program, [...before, 'run', ...options.words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...K6_MEMORY, ...options.env },
      // A group of its own: Ctrl-C is for us, who end it in order.
      detached: true,
    });
    try {
      await once(child, 'spawn');
    } catch (cause) {
      throw new HarnessError(
        'K6_NOT_STARTED',
        `k6 n'a pas démarré : ${(cause as Error).message}.`,
        'Donnez un binaire de k6 v2 par K6_BIN.',
      );
    }
    return new K6Process(child, readLines(child, options));
  }

  /** Ends the arrivals; movements under way are cut. */
  stop(): void {
    this.#child.kill('SIGINT');
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** The exit code of k6, once all that it said has been read; null when it was killed. */
  async ended(): Promise<number | null> {
    const code = await this.#exit;
    await this.#read;
    return code;
  }
}

async function readLines(
  child: ChildProcess,
  { log, onLine, onUnreadable, ready }: K6Options,
): Promise<void> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) return;
  const file = createWriteStream(log, { flags: 'w' });
  file.on('error', () => undefined); // told by `finished`
  stderr.pipe(file, { end: false });
  for await (const text of linesOf(stdout)) {
    const said = k6LineOf(text);
    if (said) onLine(said);
    else {
      if (said === null) onUnreadable();
      file.write(`${text.slice(0, 2_000)}\n`);
    }
    await ready();
  }
  file.end();
  await finished(file);
}

/** Lines as k6 ends them, by LF alone: other separators of lines may stand within a text. What is too long comes cut. */
async function* linesOf(output: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let [pieces, length] = [[] as Buffer[], 0];
  const take = (): string => {
    const text = Buffer.concat(pieces).toString('utf8');
    [pieces, length] = [[], 0];
    return text;
  };
  for await (const chunk of output) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      pieces.push(chunk.subarray(from, end));
      from = end + 1;
      yield take();
    }
    if (length > LONGEST_LINE) continue;
    pieces.push(chunk.subarray(from));
    length += chunk.length - from;
  }
  if (length > 0) yield take();
}

const LF = 0x0a;
const OURS = '{"corridor":';
const BODY = ',"body":';

/** What a line of k6 says; undefined when it is none of our script, null when it is one that cannot be read: cut, or forged. */
export function k6LineOf(text: string): K6Line | null | undefined {
  if (!text.startsWith(OURS)) return undefined;
  if (text.length > LONGEST_LINE) return null;
  // The body is last, and no text before it can hold this: there a quotation mark would be escaped.
  const at = text.indexOf(BODY);
  try {
    if (at < 0) return saidLine.safeParse(JSON.parse(text)).data ?? null;
    const body = text.slice(at + BODY.length, -1);
    const said = saidLine.safeParse(JSON.parse(`${text.slice(0, at)}}`)).data;
    return said?.corridor === 'exchange' && text.endsWith('}')
      ? { ...said, body, content: JSON.parse(body) as unknown }
      : null;
  } catch {
    return null;
  }
}
