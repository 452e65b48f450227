import type { WireFinding } from '../../profile/messages/parts/parts.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';
import type { MovementState } from '../../profile/states/movement-states.ts';
import type { Recovered, SubmissionAnswer } from './intake/answer.ts';
import type { Received } from './intake/received.ts';
import type { Movement } from './ledger/movement.ts';
import type { Notice } from './ledger/step.ts';
import type { AttemptResult } from './outbox/attempt.ts';
import type { DeliveryRequest } from './outbox/delivery.ts';
import { honestServices, type ServiceHooks } from './services/hooks.ts';
import { honestTracking, type TrackingHooks } from './tracking/hooks.ts';

/** What a deviation may know of the whole when it acts on a part. */
export interface Surroundings {
  /** The stack's time, ms since the epoch. */
  readonly now: number;
}

/**
 * The seams of the stack. Each takes the value that an honest stack goes on with and gives the value that this one goes
 * on with; the stack calls all of them always, and without a deviation each gives back what it took.
 */
export interface Hooks extends TrackingHooks, ServiceHooks {
  /** How a submission is taken, from its last byte to its answer; given back, it is done at once. */
  onIntake(take: Intake, submission: { seat: string; bytes: Buffer }): Intake;
  /** A submission as it came off the wire, before anything is read. */
  onSubmission(submission: { seat: string; bytes: Buffer }): { seat: string; bytes: Buffer };
  /** Who calls; `claimed` is the seat that the address, or the sender of the message, names. */
  onCaller(caller: string, claimed: string): string;
  /** The reference data against which a message is judged: those of the day on which it was composed. */
  onReference(reference: ReferenceData, day: { today(): ReferenceData }): ReferenceData;
  /** Every fault found in a message by itself (AT91); none means accepted, as it stands. */
  onFindings(findings: WireFinding[], message: Readonly<Record<string, unknown>>): WireFinding[];
  /** The digest of a message (P03). */
  onDigest(digest: string, message: Readonly<Record<string, unknown>>): string;
  /** What is known of an earlier message under the same key; null is "never seen". */
  onDuplicate(
    earlier: Recovered | null,
    message: Readonly<Record<string, unknown>>,
    surroundings: Surroundings,
  ): Recovered | null;
  /** The answer to a submission, status and whole message; one that comes later than it could is a promise. */
  onAnswer(answer: SubmissionAnswer, received: Received | null): SubmissionAnswer | Promise<SubmissionAnswer>;
  /** What a submission is answered that failed for no fault of its sender; null: that the hub is unavailable. */
  onFault(
    answer: SubmissionAnswer | null,
    submission: { seat: string; bytes: Buffer },
  ): SubmissionAnswer | null;
  /** Whether the link is still there when the answer to a submission is ready; cut, there is no answer. */
  onLink(kept: boolean, submission: { seat: string; bytes: Buffer }): boolean;
  /** Whether a message is marked late (P06). */
  onLate(late: boolean, received: Received): boolean;
  /** The state after a message or timer; null means the message is refused with OUT_OF_SEQUENCE. */
  onTransition(
    to: MovementState | null,
    step: { movement: Movement | null; on: string; received: Received | null },
  ): MovementState | null;
  /** What a state or another book refuses (AT92); none means accepted. */
  onRefusal(findings: WireFinding[], received: Received, movement: Movement | null): WireFinding[];
  /** Why a message has to wait for another, or null. */
  onOrder(
    wait: 'early' | 'gap' | null,
    received: Received,
    movement: Movement | null,
  ): 'early' | 'gap' | null;
  /** The movement as it is written into the ledger after a message. */
  onLedger(movement: Movement, received: Received | null): Movement;
  /** The movement as it stands after a message that the book refused. */
  onRefused(movement: Movement, received: Received): Movement;
  /** The seats to which a message is delivered (P01, P02); none when it is refused. */
  onRoute(deliveries: string[], received: Received, movement: Movement | null): string[];
  /** The countries that a change brings onto the road: they receive notice and release before it. */
  onNewcomers(newcomers: string[], movement: Movement): string[];
  /** The warnings (AT93) that a message or a timer gave rise to. */
  onFinding(notices: Notice[], movement: Movement | null): Notice[];
  /** What falls due when: ms since the epoch, or null for never. */
  onTimer(dueAt: number | null, timer: { kind: string; reference: string }): number | null;
  /** Whether a timer that has fallen due takes effect. */
  onTime(due: boolean, timer: { kind: string; reference: string }): boolean;
  /** The payload of a GuaranteeResult. */
  onGuarantee(
    result: Record<string, unknown>,
    request: Readonly<Record<string, unknown>>,
  ): Record<string, unknown>;
  /** What is put aside of a guarantee for a movement, whole XOF. */
  onReserved(amount: number, reservation: { guarantee: string; reference: string }): number;
  /** What a message that has taken effect does to the reservations of its movement. */
  onReservation(change: ReservationChange, received: Received): ReservationChange;
  /** The movements that a query names, the last one registered first. */
  onMatches(matches: Movement[], by: Readonly<Record<string, unknown>>): Movement[];
  /** What an administration is told when it asks (AT11 payload, or the body of a query). */
  onQuery(
    answer: Record<string, unknown>,
    question: { caller: string; movement: Movement | null; by?: Readonly<Record<string, unknown>> },
  ): Record<string, unknown>;
  /** The seats to which a message that the hub composed for one of them is delivered. */
  onTell(recipients: string[], message: { messageType: string; recipient: string }): string[];
  /** Any message that the hub composes, before it is stored. */
  onCompose(message: Record<string, unknown>): Record<string, unknown>;
  /** Where deliveries to a seat go from now on. */
  onAddress(baseUrl: string, seat: string): string;
  /** Whether a new delivery takes its place in the queue of its seat, behind those that wait there; else a restart finds it. */
  onQueued(taken: boolean, place: { recipient: string; cursor: number; waiting: number }): boolean;
  /** How a delivery is attempted, from its first byte to what came of it; given back, it is done at once. */
  onAttempt(
    attempt: () => Promise<AttemptResult>,
    delivery: { recipient: string; messageType: string; attempt: number },
  ): () => Promise<AttemptResult>;
  /** One attempt to deliver: headers and bytes. */
  onDelivery(request: DeliveryRequest): DeliveryRequest;
  /** Whether an answer ends a delivery, is tried again, or leads to a dead letter. */
  onDelivered(
    outcome: 'ended' | 'again' | 'dead',
    answer: { recipient: string; messageType: string; status: number | null; attempt: number },
  ): 'ended' | 'again' | 'dead';
  /** The pause before the next attempt, ms. */
  onRetry(pauseMs: number, delivery: { recipient: string; attempts: number; elapsedMs: number }): number;
  /** Whether the order of deliveries about one movement is kept: the key under which they queue. */
  onOrderKey(
    key: string,
    delivery: { recipient: string; messageType: string; cursor: number; waiting: number },
  ): string;
  /** End of the unavailability that a seat has announced for now, ms since the epoch; null when there is none. */
  onUnavailable(until: number | null, seat: string): number | null;
  /** Whether the dead letters of a seat go back in its queue, now that somebody asked for them or that it pulled. */
  onRequeue(requeue: boolean, occasion: { seat: string; by: 'demand' | 'pull' }): boolean;
  /** A page of the pull, with what it confirms (`after`). */
  onPull(page: PullPage, request: { seat: string; after: number; limit: number }): PullPage;
  /** The published state of deliveries to a seat. */
  onDeliveryState(state: Record<string, unknown>): Record<string, unknown>;
  /** A problem body. */
  onProblem(problem: Record<string, unknown>): Record<string, unknown>;
  /** Body of any GET of the binding that no other hook names. */
  onPublish(body: Record<string, unknown>, path: string): Record<string, unknown>;
  /** Whether the stack says that it is ready: that its database answers. */
  onReadiness(ready: boolean): boolean;
  /** How far the test clock is moved, seconds. */
  onAdvance(seconds: number): number;
  /** What a restart takes up again: cursors of deliveries still open. */
  onRestart(open: { recipient: string; cursor: number }[]): { recipient: string; cursor: number }[];
}

/** Takes one submission and answers it. @throws ProblemError for what cannot be attributed to a message */
export type Intake = () => Promise<SubmissionAnswer>;

/** What becomes of the reservations of a movement. */
export interface ReservationChange {
  readonly release: boolean;
  readonly cancel: boolean;
}

/** A page of the pull before it is written: bytes are those of the delivery. */
export interface PullPage {
  /** All deliveries with cursor up to this are confirmed. */
  readonly confirmed: number;
  readonly entries: readonly { readonly cursor: number; readonly late: boolean; readonly bytes: Buffer }[];
  readonly next: number;
  readonly more: boolean;
}

export type HookName = keyof Hooks;

const identity = <Value>(value: Value): Value => value;

/** The hooks of an honest stack: each gives back what it takes. */
const honest: Hooks = {
  ...honestTracking,
  ...honestServices,
  onIntake: identity,
  onSubmission: identity,
  onCaller: identity,
  onReference: identity,
  onFindings: identity,
  onDigest: identity,
  onDuplicate: identity,
  onAnswer: identity,
  onFault: identity,
  onLink: identity,
  onLate: identity,
  onTransition: identity,
  onRefusal: identity,
  onOrder: identity,
  onLedger: identity,
  onRefused: identity,
  onRoute: identity,
  onNewcomers: identity,
  onFinding: identity,
  onTimer: identity,
  onTime: identity,
  onGuarantee: identity,
  onReserved: identity,
  onReservation: identity,
  onMatches: identity,
  onQuery: identity,
  onTell: identity,
  onCompose: identity,
  onAddress: identity,
  onQueued: identity,
  onAttempt: identity,
  onDelivery: identity,
  onDelivered: identity,
  onRetry: identity,
  onOrderKey: identity,
  onUnavailable: identity,
  onRequeue: identity,
  onPull: identity,
  onDeliveryState: identity,
  onProblem: identity,
  onPublish: identity,
  onReadiness: identity,
  onAdvance: identity,
  onRestart: identity,
};

type AnyHook = (value: unknown, ...context: unknown[]) => unknown;

/** One set of hooks of several partial ones: each hook passes its value through all of them, in order. */
export function composeHooks(parts: readonly Partial<Hooks>[]): Hooks {
  const composed = Object.keys(honest).map((name) => {
    const chain = parts.flatMap((part) => part[name as HookName] ?? []) as AnyHook[];
    const hook: AnyHook = (value, ...context) =>
      chain.reduce((result, step) => step(result, ...context), value);
    return [name, chain.length === 0 ? identity : hook];
  });
  return Object.fromEntries(composed) as Hooks;
}
