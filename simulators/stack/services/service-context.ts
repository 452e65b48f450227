import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { StackClock } from '../clock/stack-clock.ts';
import type { Hooks } from '../hooks.ts';
import type { Job, Outcome } from './job.ts';

/** What the queues need of the rest of the stack. */
export interface ServiceContext {
  readonly database: Pool;
  readonly clock: StackClock;
  readonly hooks: Hooks;
  readonly log: Logger;
  /** Timers of the profile, ms. */
  readonly limits: { readonly answerMs: number; readonly pauseMs: number; readonly breakerMs: number };
  /** A service has answered, or refused: the job is done. */
  readonly done: (job: Job, outcome: Exclude<Outcome, { kind: 'failure' }>) => Promise<void>;
  /** There will be no answer. */
  readonly givenUp: (job: Job) => Promise<void>;
}
