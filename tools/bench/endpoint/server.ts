import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Child } from '../child.ts';
import { answersPerSecond, type RequestSource } from '../http-load.ts';

const READY_WITHIN_MS = 15_000;
const MS_PER_TICK = 10;
const ACCEPTED = 202;

/** A server in its own process, with what it has been measured to do. */
export class Server implements AsyncDisposable {
  readonly name: string;
  readonly child: Child;
  readonly #port: number;
  #answers = 0;
  #cpuMs = 0;

  constructor(name: string, child: Child, port: number) {
    this.name = name;
    this.child = child;
    this.#port = port;
  }

  /** Starts a TypeScript file of this folder, which prints `port N` when it listens. */
  static async start(name: string, file: string, arguments_: readonly string[] = []): Promise<Server> {
    const child = Child.script(path.join(__dirname, file), arguments_, ['--expose-gc']);
    try {
      return new Server(name, child, Number((await child.line(/^port (\d+)$/, READY_WITHIN_MS))[1]));
    } catch (error) {
      await child[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Answers a second under load. */
  async rate(requests: RequestSource, connections: number, seconds: number): Promise<number> {
    const cpuBefore = this.#cpuNow();
    const load = { port: this.#port, connections, seconds, requests, status: ACCEPTED };
    const perSecond = await answersPerSecond(load);
    this.#cpuMs += this.#cpuNow() - cpuBefore;
    this.#answers += perSecond * seconds;
    return perSecond;
  }

  /** Answers since the start, or since `forget`. */
  get answers(): number {
    return this.#answers;
  }

  /** Microseconds of processor per answer, all threads; NaN where the system does not tell. Steadier than a rate. */
  get cpuPerAnswer(): number {
    return (this.#cpuMs * 1000) / this.#answers;
  }

  /** Bytes alive after a collection, and resident; for a server that answers questions over IPC. */
  async memory(): Promise<{ readonly live: number; readonly rss: number }> {
    return (await this.child.ask('memory')) as { live: number; rss: number };
  }

  /** What came before does not count, it was warming up. */
  forget(): void {
    this.#answers = 0;
    this.#cpuMs = 0;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.child[Symbol.asyncDispose]();
  }

  /** Processor time so far, from the 14th and 15th field of Linux' stat file. */
  #cpuNow(): number {
    const file = `/proc/${this.child.process.pid}/stat`;
    if (!existsSync(file)) return Number.NaN;
    const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  }
}
