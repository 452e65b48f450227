import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const BIN = path.resolve(__dirname, '..', '..', '..', 'bin', 'corridor.js');

/** A stack in its own process, as `corridor stack` starts it; for tests. */
export class StackProcess {
  readonly url: string;
  readonly database: string;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #said: () => string;

  private constructor(
    child: ChildProcess,
    said: () => string,
    ready: { url: string; database: string; pid: number },
  ) {
    this.#child = child;
    this.#said = said;
    this.url = ready.url;
    this.database = ready.database;
    this.pid = ready.pid;
  }

  /** @param words further words of the command line, e.g. `--deviation NAME` */
  static async start(...words: string[]): Promise<StackProcess> {
    const child = spawn(process.execPath, [BIN, 'stack', '--format', 'json', ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
    const first = once(createInterface({ input: child.stdout }), 'line');
    const gone = once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`stack ended with ${code}: ${said}`)),
    );
    gone.catch(() => undefined);
    const [line] = (await Promise.race([first, gone])) as [string];
    const told = JSON.parse(line);
    if (told.ready !== true) throw new Error(`stack did not start: ${line}`);
    return new StackProcess(child, () => said, told);
  }

  /** The URL of another database on the same server. */
  otherDatabase(name: string): string {
    const url = new URL(this.database);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** The end of what it has logged, as soon as this is in it. */
  async logged(what: RegExp): Promise<string> {
    while (!what.test(this.#said())) await once(this.#child.stderr as Readable, 'data');
    return this.#said();
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await once(this.#child, 'exit');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}
