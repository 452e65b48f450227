import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stackCommand } from '../../features/support/targets/stack-command.ts';
import {
  launchStack,
  type StackOptions,
  StackProcess,
} from '../../features/support/targets/stack-process.ts';
import { CommitLink } from '../../simulators/links/testing/commit-link.ts';
import { type LastingPort, lastingPorts } from '../../simulators/ports/lasting-port.ts';

/** Seconds: pauses and time limits are those of a storm, not of a week. */
const TIMERS = { fastRetry: 0.4, acknowledgement: 1 };
/** Loads what a stack needs, and starts when it is told. */
const WAITING = [process.execPath, path.join(__dirname, 'waiting-stack.js'), 'stack'] as const;

/** What a hub of the storm is started with. */
export interface HubOptions {
  readonly deviation: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The reference stack in its own process, on a database that outlives it, always at the same address. What it says to its
 * database goes over a link that can hold a commit.
 */
export class Hub implements AsyncDisposable {
  readonly url: string;
  /** Between the stack and its database. */
  readonly commits: CommitLink;
  readonly #options: HubOptions;
  readonly #kept: LastingPort;
  readonly #keeper: StackProcess;
  #running: StackProcess | undefined;
  /** The process of the next life. */
  #waiting: ChildProcess | undefined;

  private constructor(options: HubOptions, kept: LastingPort, keeper: StackProcess, commits: CommitLink) {
    this.#options = options;
    this.#kept = kept;
    this.#keeper = keeper;
    this.commits = commits;
    this.url = `http://127.0.0.1:${kept.port}`;
  }

  /** Starts a database, kept by an honest stack that nobody talks to; the hub itself is down. */
  static async open(options: HubOptions): Promise<Hub> {
    const { env } = options;
    const keeper = await StackProcess.start({ command: stackCommand, env });
    try {
      const database = new URL(keeper.database);
      database.pathname = '/storm';
      return new Hub(options, await lastingPorts.take(), keeper, await CommitLink.open(database.href));
    } catch (error) {
      await keeper[Symbol.asyncDispose]();
      throw error;
    }
  }

  get isUp(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Ends when the hub says that it is ready; the process of its next life then waits, with all that it needs loaded.
   * @param cutShort ends the start before: such a one is whole, the loading included
   * @throws HarnessError when it does not start, or was cut short
   */
  async start(cutShort?: AbortSignal): Promise<void> {
    const options = { ...this.#optionsOf(stackCommand), signal: cutShort };
    this.#running = await StackProcess.start(options, cutShort ? undefined : this.#wakeWaiting());
    this.#waiting ??= launchStack(this.#optionsOf(WAITING));
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.kill();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    const waiting = this.#takeWaiting();
    waiting?.kill('SIGKILL');
    if (waiting) await once(waiting, 'exit');
    await this.commits[Symbol.asyncDispose]();
    await this.#keeper[Symbol.asyncDispose]();
    this.#kept[Symbol.dispose]();
  }

  #optionsOf(command: StackOptions['command']): StackOptions {
    const { env, deviation } = this.#options;
    const { url: database } = this.commits;
    const timers = ['--timers', JSON.stringify(TIMERS)] as const;
    return { command: [...command, ...timers], env, deviation, database, port: this.#kept.port };
  }

  #takeWaiting(): ChildProcess | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting?.exitCode === null && waiting.signalCode === null ? waiting : undefined;
  }

  #wakeWaiting(): ChildProcess | undefined {
    const waiting = this.#takeWaiting();
    waiting?.send('start');
    return waiting;
  }
}
