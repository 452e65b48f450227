import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { HarnessError } from '../../features/support/errors.ts';
import { type K6Line, k6LineOf, LONGEST_LINE } from './k6-line.ts';

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
