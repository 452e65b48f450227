import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Folder of the clone. */
export const root = path.resolve(__dirname, '..', '..');

const STOPPED_WITHIN_MS = 5_000;
const KEPT_STDERR = 4_000;
const running = new Set<ChildProcess>();

// Whatever way this process ends, no server of a benchmark outlives it.
process.on('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL');
});

/** A process beside the benchmark, in a group of its own: when it is disposed, all that it started ends. */
export class Child implements AsyncDisposable {
  readonly process: ChildProcess;
  #stderr = '';
  readonly #lines: AsyncIterator<string> | undefined;

  constructor(program: string, arguments_: readonly string[], options: SpawnOptions = {}) {
    const stdio = options.stdio ?? ['ignore', 'pipe', 'pipe'];
    this.process = spawn(program, arguments_, { cwd: root, ...options, detached: true, stdio });
    running.add(this.process);
    this.process.once('exit', () => running.delete(this.process));
    this.process.on('error', (error) => {
      this.#stderr += error.message;
    });
    const { stdout } = this.process;
    this.#lines = stdout ? createInterface({ input: stdout })[Symbol.asyncIterator]() : undefined;
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-KEPT_STDERR);
    });
  }

  /** Runs a TypeScript file of the clone with this Node; it may answer questions over IPC. */
  static script(
    file: string,
    arguments_: readonly string[] = [],
    nodeOptions: readonly string[] = [],
  ): Child {
    const stdio: SpawnOptions['stdio'] = ['ignore', 'pipe', 'pipe', 'ipc'];
    const script = [...nodeOptions, '--require', 'ts-node/register', file, ...arguments_];
    return new Child(process.execPath, script, { stdio });
  }

  /** The end of what it said on stderr. */
  get stderr(): string {
    return this.#stderr.trim();
  }

  /** True when it has ended, or never started. */
  get isOver(): boolean {
    const { exitCode, signalCode, pid } = this.process;
    return pid === undefined || exitCode !== null || signalCode !== null;
  }

  /** The first line of stdout that matches; rejects when the process ends or the time is over before. */
  async line(pattern: RegExp, withinMs: number): Promise<RegExpExecArray> {
    const late = setTimeout(() => killGroup(this.process, 'SIGKILL'), withinMs);
    for (let next = await this.#lines?.next(); next && !next.done; next = await this.#lines?.next()) {
      const found = pattern.exec(next.value);
      if (!found) continue;
      clearTimeout(late);
      return found;
    }
    clearTimeout(late);
    const command = this.process.spawnargs.join(' ');
    throw new Error(`Failed to see ${pattern} within ${withinMs} ms from "${command}".\n${this.stderr}`);
  }

  /** Asks over IPC; the answer is the next message. */
  async ask(question: string): Promise<unknown> {
    const message = once(this.process, 'message', { signal: AbortSignal.timeout(STOPPED_WITHIN_MS) });
    this.process.send(question);
    const [answer] = (await message) as [unknown];
    return answer;
  }

  /** Waits for its end; the exit code. Rejects when the time is over. */
  async exit(withinMs: number): Promise<number> {
    if (!this.isOver) {
      await once(this.process, 'exit', { signal: AbortSignal.timeout(withinMs) }).catch((cause) => {
        const command = this.process.spawnargs.join(' ');
        throw new Error(`Failed to see the end of "${command}" within ${withinMs} ms.`, { cause });
      });
    }
    return this.process.exitCode ?? 1;
  }

  /** Ends it and all that it started, at first politely so that it can stop its own children. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isOver) {
      const exit = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      const late = setTimeout(() => killGroup(this.process, 'SIGKILL'), STOPPED_WITHIN_MS);
      await exit;
      clearTimeout(late);
    }
    killGroup(this.process, 'SIGKILL');
  }
}

/** Windows has no process groups to signal: there the process itself goes. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    child.kill(signal); // the group is gone already
  }
}
