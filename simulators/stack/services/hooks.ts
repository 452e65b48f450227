import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { Contradiction, Question } from '../../../profile/services/lookup.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { BreakerState } from './breaker.ts';
import type { ServiceCall } from './call.ts';
import type { GiveBackTask, LookupTask, Outcome, Task } from './job.ts';

/** An attempt to have a task done. */
export interface Attempt {
  readonly service: ServiceName;
  readonly task: Task;
  readonly requestId: string;
  /** From 1. */
  readonly attempt: number;
  /** The stack's time, ms since the epoch. */
  readonly now: number;
}

/**
 * The seams towards national services, part of the hooks of the stack: each takes the value that an honest stack goes on
 * with and gives the value that this one goes on with. All are called always where services are asked.
 */
export interface ServiceHooks {
  /** The questions that a notice gives rise to; none when it is refused. */
  onServiceQuestions(questions: Question[], notice: TransitNoticePayload): Question[];
  /** One call as it goes out, with its time limit. */
  onServiceCall(call: ServiceCall, attempt: Attempt): ServiceCall;
  /** What an attempt came to: an answer, a refusal, which is one, or a failure, which is tried again. */
  onServiceOutcome(outcome: Outcome, attempt: Attempt): Outcome;
  /** The pause before the next attempt, ms; null gives up. */
  onServiceRetry(pauseMs: number | null, attempt: Attempt): number | null;
  /** What the breaker of a service lets through. */
  onBreaker(state: BreakerState, at: { readonly service: ServiceName; readonly now: number }): BreakerState;
  /** What is known already instead of asking; null is "ask". */
  onKnown(known: Outcome | null, attempt: Attempt): Outcome | null;
  /** What of a notice the answer to a question contradicts. */
  onContradictions(
    found: Contradiction[],
    compared: {
      readonly task: LookupTask;
      readonly outcome: Outcome;
      readonly notice: TransitNoticePayload | null;
    },
  ): Contradiction[];
  /** Whether the register is told that a reservation is free: asked for in vain, or of a movement that ended. */
  onGiveBack(told: boolean, reservation: Omit<GiveBackTask, 'kind'>): boolean;
  /** The first job, by position, that is taken up after a start. `next` is that of the first one written after it. */
  onTakeUp(from: number, at: { readonly service: ServiceName; readonly next: number }): number;
}

const identity = <Value>(value: Value): Value => value;

/** The hooks of an honest stack. */
export const honestServices: ServiceHooks = {
  onServiceQuestions: identity,
  onServiceCall: identity,
  onServiceOutcome: identity,
  onServiceRetry: identity,
  onBreaker: identity,
  onKnown: identity,
  onContradictions: identity,
  onGiveBack: identity,
  onTakeUp: identity,
};
