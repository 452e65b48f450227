import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { Alarm } from '../clock/stack-clock.ts';
import { Asker } from './asker.ts';
import type { BreakerState } from './breaker.ts';
import type { Attempt } from './hooks.ts';
import type { Job } from './job.ts';
import {
  findDue,
  findExpired,
  findNext,
  nextPosition,
  recordServiceFailure,
  type Waiting,
} from './job-table.ts';
import { servicePauseMs } from './pause.ts';
import type { ServiceContext } from './service-context.ts';

/** Calls at once to one service; as many jobs are in memory, all others in the database. */
const LANES = 4;
const REST_MS = 1000;

/** The jobs of one service: whose turn it is, asked a few at a time as far as the breaker lets them. */
export class ServiceQueue {
  readonly service: ServiceName;
  readonly #context: ServiceContext;
  readonly #asker: Asker;
  readonly #running = new Set<string>();
  #from: number | null = null;
  #looking: Promise<void> | null = null;
  #lookAgain = false;
  #restUntil = 0;
  #alarm: Alarm | undefined;
  #idlers: (() => void)[] = [];
  #closed = false;

  constructor(service: ServiceName, address: string, context: ServiceContext) {
    this.service = service;
    this.#context = context;
    this.#asker = new Asker(service, address, LANES, context);
  }

  /** Takes up the jobs of an earlier life; before, nothing is asked. */
  async takeUp(): Promise<void> {
    const { database, hooks } = this.#context;
    const next = await nextPosition(database, this.service);
    this.#from = hooks.onTakeUp(0, { service: this.service, next });
    await this.wake();
  }

  /** Jobs were written: those whose turn it is are asked. Ends when they are on their way. */
  wake(): Promise<void> {
    if (this.#closed || this.#from === null) return Promise.resolve();
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
      if (this.#lookAgain) void this.wake();
      this.#tellIdlers();
    });
    return this.#looking;
  }

  /** Ends when nothing is under way. */
  idle(): Promise<void> {
    if (this.#isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#idlers.push(resolve));
  }

  /** How it gets on with the service. */
  get state(): { breaker: BreakerState['state']; lastAnswerAt: number | null } {
    return { breaker: this.#asker.breaker.state, lastAnswerAt: this.#asker.lastAnswerAt };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#alarm?.cancel();
    await this.#asker.close();
    await this.idle();
  }

  get #isIdle(): boolean {
    return this.#running.size === 0 && this.#looking === null;
  }

  #tellIdlers(): void {
    if (this.#isIdle) for (const resolve of this.#idlers.splice(0)) resolve();
  }

  get #waiting(): Waiting {
    return { service: this.service, running: [...this.#running], from: this.#from ?? 0 };
  }

  async #look(): Promise<void> {
    while (this.#lookAgain && !this.#closed) {
      this.#lookAgain = false;
      try {
        await this.#giveUpExpired();
        await this.#startDue();
        await this.#setAlarm();
      } catch (error) {
        this.#rest(error);
      }
    }
  }

  /** The books do not say: nothing is tried for a second. */
  #rest(error: unknown): void {
    const { clock, log } = this.#context;
    if (this.#closed) return;
    log.error({ err: error, service: this.service }, 'Failed to keep a job; trying again in a second.');
    this.#restUntil = clock.now() + REST_MS;
    this.#wakeAt(this.#restUntil);
  }

  async #giveUpExpired(): Promise<void> {
    const { database, clock, givenUp } = this.#context;
    for (const job of await findExpired(database, this.#waiting, clock.now(), LANES)) {
      await givenUp(job);
      this.#lookAgain = true;
    }
  }

  async #startDue(): Promise<void> {
    const { database, clock } = this.#context;
    const free = this.#freeLanes();
    if (free === 0) return;
    for (const job of await findDue(database, this.#waiting, clock.now(), free)) {
      this.#running.add(job.requestId);
      void this.#attempt(job);
    }
  }

  /** How many calls may be under way. */
  get #lanes(): number {
    return Math.min(LANES, this.#asker.breaker.calls);
  }

  #freeLanes(): number {
    if (this.#context.clock.now() < this.#restUntil) return 0;
    return Math.max(0, this.#lanes - this.#running.size);
  }

  async #setAlarm(): Promise<void> {
    const { attemptAt, expiresAt } = await findNext(this.#context.database, this.#waiting);
    const { until } = this.#asker.breaker;
    const full = this.#running.size > 0 && this.#running.size >= this.#lanes; // whoever ends looks again
    const mayAt = Math.max(until ?? 0, this.#restUntil);
    this.#wakeAt(Math.min(full ? Number.POSITIVE_INFINITY : Math.max(attemptAt, mayAt), expiresAt));
  }

  #wakeAt(instant: number): void {
    this.#alarm?.cancel();
    if (Number.isFinite(instant) && !this.#closed)
      this.#alarm = this.#context.clock.at(instant, () => this.wake());
  }

  async #attempt(job: Job): Promise<void> {
    try {
      const about = this.#about(job);
      const outcome = await this.#asker.ask(job, about);
      if (this.#closed) return;
      if (outcome.kind === 'failure') await this.#failed(job, about, outcome.reason);
      else await this.#context.done(job, outcome);
    } catch (error) {
      this.#rest(error);
    } finally {
      this.#running.delete(job.requestId);
      void this.wake();
      this.#tellIdlers();
    }
  }

  #about({ task, requestId, attempts }: Job): Attempt {
    const now = this.#context.clock.now();
    return { service: this.service, task, requestId, attempt: attempts + 1, now };
  }

  async #failed(job: Job, about: Attempt, reason: string): Promise<void> {
    const { clock, database, hooks, limits, log, givenUp } = this.#context;
    const pauseMs = hooks.onServiceRetry(servicePauseMs(about.attempt, limits.pauseMs), about);
    log.info({ service: this.service, attempt: about.attempt, reason }, 'A service gave no usable answer.');
    if (pauseMs === null) await givenUp(job);
    else await recordServiceFailure(database, job, about.attempt, clock.now() + pauseMs);
  }
}
