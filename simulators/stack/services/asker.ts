import { Pool } from 'undici';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import { AnswerCache } from './answer-cache.ts';
import { callOf, outcomeOf } from './ask.ts';
import { Breaker, type BreakerState } from './breaker.ts';
import { callService } from './call.ts';
import type { Attempt } from './hooks.ts';
import type { Job, Outcome } from './job.ts';
import type { ServiceContext } from './service-context.ts';

/** Puts questions to one service: over its connections, as its breaker lets them, unless the answer is known. */
export class Asker {
  readonly service: ServiceName;
  readonly #context: ServiceContext;
  readonly #connections: Pool;
  readonly #basePath: string;
  readonly #breaker: Breaker;
  readonly #cache = new AnswerCache<Outcome>();
  /** Questions under way: who asks the same waits for what comes of it. */
  readonly #asking = new Map<string, Promise<unknown>>();
  #lastAnswerAt: number | null = null;

  /** @param lanes calls at once */
  constructor(service: ServiceName, address: string, lanes: number, context: ServiceContext) {
    const { origin, pathname } = new URL(address);
    this.service = service;
    this.#context = context;
    this.#connections = new Pool(origin, { connections: lanes, pipelining: 1 });
    this.#basePath = pathname.replace(/\/$/, '');
    this.#breaker = new Breaker(context.limits.breakerMs);
  }

  /** Whether anything may be asked now. */
  get breaker(): BreakerState {
    const { clock, hooks } = this.#context;
    const now = clock.now();
    return hooks.onBreaker(this.#breaker.stateAt(now), { service: this.service, now });
  }

  /** When the last usable answer came, ms since the epoch; null before the first. */
  get lastAnswerAt(): number | null {
    return this.#lastAnswerAt;
  }

  /** What becomes of one attempt. */
  async ask(job: Job, about: Attempt): Promise<Outcome> {
    const question = job.task.kind === 'lookup' ? job.task.question.path : null;
    while (question !== null && this.#asking.has(question)) await this.#asking.get(question);
    const { clock, hooks } = this.#context;
    const known = hooks.onKnown(question === null ? null : this.#cache.find(question, clock.now()), about);
    if (known) return known;
    const outcome = this.#call(job, about);
    if (question === null) return hooks.onServiceOutcome(await outcome, about);
    this.#asking.set(question, outcome);
    try {
      return hooks.onServiceOutcome(await outcome, about);
    } finally {
      this.#asking.delete(question);
    }
  }

  /** Breaks off what is under way. */
  close(): Promise<void> {
    return this.#connections.destroy();
  }

  async #call(job: Job, about: Attempt): Promise<Outcome> {
    const { clock, hooks, limits } = this.#context;
    const mayEnd = job.task.kind === 'give-back' ? null : job.expiresAt;
    const leftMs = (mayEnd ?? Number.POSITIVE_INFINITY) - clock.now();
    const call = hooks.onServiceCall(callOf(job, Math.min(limits.answerMs, Math.max(0, leftMs))), about);
    const result = await callService(this.#connections, this.#basePath, call, clock);
    const outcome = outcomeOf(job.task, result, clock.now());
    this.#note(outcome, job);
    return outcome;
  }

  #note(outcome: Outcome, { task }: Job): void {
    const now = this.#context.clock.now();
    if (outcome.kind === 'failure') {
      this.#breaker.failed(now);
      return;
    }
    this.#breaker.answered();
    this.#lastAnswerAt = now;
    if (task.kind === 'lookup' && outcome.kind === 'answer')
      this.#cache.keep(task.question.path, outcome, outcome.keptUntil ?? now);
  }
}
