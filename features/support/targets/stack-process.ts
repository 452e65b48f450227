import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { HarnessError } from '../errors.ts';

/** How `corridor stack` is started here: program and first arguments, e.g. `[node, bin/corridor.js, stack]`. */
export type StackCommand = readonly [program: string, ...arguments_: string[]];

export interface StackOptions {
  readonly command: StackCommand;
  readonly env: NodeJS.ProcessEnv;
  /** Address of the database; one that does not exist on that server is made from the template. */
  readonly database?: string | undefined;
  readonly deviation?: string | undefined;
  readonly port?: number | undefined;
  /** Base addresses of national services that it shall call, by name. */
  readonly services?: Readonly<Record<string, string>> | undefined;
  /** Ends a start that takes too long for whoever waits. */
  readonly signal?: AbortSignal | undefined;
}

const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 5_000;
const KEPT_STDERR = 4_000;

interface ReadyLine {
  readonly url: string;
  readonly database: string;
  readonly pid: number;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** A running `corridor stack`: its own process, reached over its published interface only. */
export class StackProcess implements AsyncDisposable {
  readonly url: string;
  readonly database: string;
  /** Resolves when the process ends: with the reason when nobody asked it to. */
  readonly exited: Promise<string | undefined>;
  readonly #child: ChildProcess;
  #stopping = false;

  private constructor(child: ChildProcess, ready: ReadyLine) {
    this.#child = child;
    this.url = ready.url;
    this.database = ready.database;
    this.exited = once(child, 'exit').then(([code, signal]) =>
      this.#stopping ? undefined : `La pile de référence s'est arrêtée (${signal ?? `code ${code}`}).`,
    );
  }

  /**
   * Starts the stack and waits for its ready line.
   * @param child its process, where that was launched before; one of these options
   */
  static async start(options: StackOptions, child = launchStack(options)): Promise<StackProcess> {
    const stderr = tailOf(child);
    try {
      const ready = await readyLine(child, stderr, options.signal);
      return new StackProcess(child, ready);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Kills the process as a power cut would; the database stays. */
  async kill(): Promise<void> {
    this.#stopping = true;
    await ended(this.#child, 'SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true;
    await ended(this.#child, 'SIGTERM');
  }
}

/** The process of a stack, that nobody has heard of yet. */
export function launchStack(options: StackOptions): ChildProcess {
  const [program, ...first] = options.command;
  const arguments_ = [...first, '--format', 'json', ...optionArguments(options)];
  // The channel closes when this process ends, however it ends, and the stack then stops by itself. Ctrl-C in a
  // terminal goes to the whole group: a group of its own lets the harness end its scenarios before its stack.
  return spawn(program, arguments_, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: options.env,
    detached: true,
  });
}

function optionArguments({ database, deviation, port, services }: StackOptions): string[] {
  const named = {
    '--database': database,
    '--deviation': deviation,
    '--port': port?.toString(),
    '--services': services && JSON.stringify(services),
  };
  return Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
}

/** Keeps the end of what the process says on stderr, for the message when it does not start. */
function tailOf(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-KEPT_STDERR);
  });
  return () => tail.trim();
}

async function readyLine(
  child: ChildProcess,
  stderr: () => string,
  signal?: AbortSignal,
): Promise<ReadyLine> {
  const lines = createInterface({ input: child.stdout ?? failWith('no stdout', stderr()) });
  const gone = once(child, 'exit').then(([code, signal]) =>
    failWith(`${signal ?? `code ${code}`}`, stderr()),
  );
  const broken = once(child, 'error').then(([error]) => failWith(String(error), stderr()));
  const limit = AbortSignal.timeout(READY_WITHIN_MS);
  const late = signal ? AbortSignal.any([limit, signal]) : limit;
  try {
    const [line] = (await Promise.race([once(lines, 'line', { signal: late }), gone, broken])) as [string];
    return readyOf(line);
  } catch (error) {
    if (signal?.aborted) throw interrupted();
    if (error instanceof HarnessError) throw error;
    return failWith(String(error), stderr());
  } finally {
    for (const waiting of [gone, broken]) waiting.catch(() => undefined); // the loser of the race must not surface later
    lines.close();
    child.stdout?.resume();
  }
}

/** A stack that refuses to start says why on the line where it would say that it is ready. */
function readyOf(line: string): ReadyLine {
  const { error, ...ready } = JSON.parse(line) as ReadyLine & { error?: Refusal };
  if (error) throw new HarnessError(error.code, error.message, error.hint);
  return ready;
}

const interrupted = (): HarnessError =>
  new HarnessError(
    'INTERRUPTED',
    'La campagne a été interrompue avant son premier scénario.',
    'Relancez la campagne.',
  );

function failWith(seen: string, stderr: string): never {
  throw new HarnessError(
    'STACK_NOT_STARTED',
    `La pile de référence n'a pas démarré (${seen}).${stderr ? `\n${stderr}` : ''}`,
    'Lancez « corridor doctor », ou « corridor stack » seul pour voir ce qui manque.',
  );
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  const inTime = await Promise.race([exit.then(() => true), pause(STOPPED_WITHIN_MS, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  await exit;
}
