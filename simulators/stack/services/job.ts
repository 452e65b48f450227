import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import type { Question } from '../../../profile/services/lookup.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { ServiceProblem } from '../../../profile/services/service-problems.ts';

/** A question about an announced movement; nothing waits for its answer. */
export interface LookupTask {
  readonly kind: 'lookup';
  readonly question: Question;
  /** Day on which the notice was prepared, UTC, `2026-11-22`. */
  readonly on: string;
}

/** A GuaranteeRequest that the register of the guarantor has to answer, and who asked. */
export interface RegisterTask {
  /** `reserve` holds an amount; `read` asks for the entry, by which the hub answers the other operations. */
  readonly kind: 'reserve' | 'read';
  /** Without its access code, which is kept apart. */
  readonly request: Omit<GuaranteeRequestPayload, 'accessCode'>;
  readonly sender: string;
}

/** A reservation is given back. */
export interface GiveBackTask {
  readonly kind: 'give-back';
  readonly guarantee: string;
  readonly movement: string;
  /** `silent`: asked for in vain; `ended`: the movement is over. */
  readonly because: 'silent' | 'ended';
}

/** What is wanted of a service. */
export type Task = LookupTask | RegisterTask | GiveBackTask;

/** A task that is written and not yet done. */
export interface Job {
  /** The same on every attempt (`Corridor-Request-Id`). */
  readonly requestId: string;
  readonly service: ServiceName;
  readonly task: Task;
  /** What it is about: a transit reference, else what groups the exchange. */
  readonly reference: string;
  /** The message that gave rise to it. */
  readonly messageId: string;
  readonly attempts: number;
  /** No answer is awaited beyond, ms since the epoch; null: asked until it succeeds. */
  readonly expiresAt: number | null;
  /** Of a RegisterTask; null when the database has lost it. Never logged (P21). */
  readonly accessCode: string | null;
}

/** A task as it is written down. */
export interface NewJob extends Omit<Job, 'requestId' | 'attempts'> {
  /** Jobs of one key follow one another; null: they follow none. */
  readonly orderKey: string | null;
}

/** What an attempt came to. `body` is as it was read; of a failure, where there was one. */
export type Outcome =
  | { readonly kind: 'answer'; readonly body: unknown; readonly keptUntil: number | null }
  | { readonly kind: 'refusal'; readonly status: number; readonly problem: ServiceProblem | null }
  | {
      readonly kind: 'failure';
      readonly status: number | null;
      readonly reason: string;
      readonly body?: unknown;
    };

/** Reservations are asked for and given back one after the other, by guarantee and movement. */
export const orderKeyOf = (guarantee: string, movement: string): string => `${guarantee} ${movement}`;
