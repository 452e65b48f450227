import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../profile/export/package-root.ts';

const LAUNCHER = join(packageRoot(), 'bin', 'corridor.js');
const LIMIT_MS = 50_000;
/** In a clone the launcher compiles what was edited since; that is not what the command says. */
const COMPILED = /^corridor: compiled .*\n/m;

/** What a finished process left: how it ended, all it said, and how long it took. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A process that has not ended by then is killed, and `ended` rejects with what it said; milliseconds. */
  readonly limitMs?: number;
  /** A group of its own, as a shell gives each job. */
  readonly group?: boolean;
  /** Program and first arguments; default: this Node and the launcher. */
  readonly command?: readonly [program: string, ...arguments_: string[]];
}

/** One `corridor` in a process of its own, as a user starts it; disposing kills it. */
export class CorridorProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly #said = { stdout: '', stderr: '' };
  readonly #waiting = new Set<() => void>();

  constructor(words: readonly string[], options: ProcessOptions = {}) {
    const { cwd, env = {}, limitMs = LIMIT_MS, command = [process.execPath, LAUNCHER] } = options;
    const [program, ...first] = command;
    const startedMs = performance.now();
    this.child = spawn(program, [...first, ...words], {
      ...(cwd !== undefined && { cwd }),
      detached: options.group === true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#listen('stdout');
    this.#listen('stderr');
    this.ended = new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        this.child.kill('SIGKILL');
        reject(
          new Error(`corridor ${words.join(' ')}: not ended after ${limitMs} ms; ${this.#whatItSaid()}`),
        );
      }, limitMs);
      this.child.once('error', reject);
      this.child.once('close', (status, signal) => {
        clearTimeout(limit);
        const elapsedMs = performance.now() - startedMs;
        const stderr = this.#said.stderr.replace(COMPILED, '');
        resolve({ status, signal, stdout: this.#said.stdout, stderr, elapsedMs });
        for (const wake of this.#waiting) wake();
      });
    });
    this.ended.catch(() => undefined); // told to whoever waits for it
  }

  /** Waits until the process has said something; rejects when it ends without. */
  async says(pattern: RegExp, stream: 'stdout' | 'stderr' = 'stdout'): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#said[stream]);
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`ended without saying ${pattern}; ${this.#whatItSaid()}`);
      await this.#more();
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** What a terminal or a service manager does: everybody in the group. */
  killGroup(signal: NodeJS.Signals): void {
    process.kill(-(this.child.pid ?? 0), signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended.catch(() => undefined);
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
  }

  #listen(stream: 'stdout' | 'stderr'): void {
    this.child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      this.#said[stream] += text;
      for (const wake of this.#waiting) wake();
    });
  }

  #whatItSaid(): string {
    return JSON.stringify({
      stdout: this.#said.stdout.slice(-2_000),
      stderr: this.#said.stderr.slice(-2_000),
    });
  }
}

/** Runs one command line to its end. */
export const corridor = (words: readonly string[], options?: ProcessOptions): Promise<Ended> =>
  new CorridorProcess(words, options).ended;

/** A folder of its own, gone afterwards. */
export function temporaryFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'corridor-cli-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
