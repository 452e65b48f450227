import { createHash } from 'node:crypto';
import { canonicalForm } from '../../../profile/envelope/digest.ts';
import { PROFILE_VERSION } from '../../../profile/envelope/envelope.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import { setTimer } from '../clock/timer-table.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { TimerKind } from '../ledger/step.ts';
import type { NewJob } from '../services/job.ts';
import { insertJobs } from '../services/job-table.ts';
import type { StackContext } from '../stack-context.ts';
import type { Delivery } from './delivery.ts';
import { type QueueRequest, queueDeliveries } from './delivery-table.ts';
import { type StoredMessage, storeMessage } from './message-table.ts';

/** Links of a message that the hub composes. */
export interface Links {
  readonly correlationId?: string | undefined;
  readonly conversation?: string | undefined;
}

/** What is known of a message that is to be delivered. */
export type Deliverable = Pick<
  StoredMessage,
  'sender' | 'messageId' | 'messageType' | 'conversation' | 'late' | 'bytes'
>;

/** SHA-256 of the canonical form, lower-case hexadecimal (P03). */
export const digestOf = (message: object): string =>
  createHash('sha256').update(canonicalForm(message)).digest('hex');

/**
 * One unit of work: everything that follows from one message or one timer. Deliveries and messages of the hub are
 * gathered and written at its end, in the same transaction; the outbox hears of them after the commit.
 */
export class Work {
  readonly transaction: Transaction;
  readonly context: StackContext;
  /** The stack's time of this work, ms since the epoch. */
  readonly at: number;
  readonly #requests: { readonly request: QueueRequest; readonly bytes: Buffer }[] = [];
  readonly #composed: StoredMessage[] = [];
  readonly #jobs: NewJob[] = [];
  readonly #timers: { kind: TimerKind; reference: string; dueAt: number }[] = [];

  constructor(transaction: Transaction, context: StackContext) {
    this.transaction = transaction;
    this.context = context;
    this.at = context.clock.now();
  }

  /** Queues a stored message for each recipient. */
  deliver(message: Deliverable, recipients: readonly string[]): void {
    const { sender, messageId, messageType, late, bytes, conversation: orderKey } = message;
    for (const recipient of recipients)
      this.#requests.push({ request: { recipient, sender, messageId, messageType, orderKey, late }, bytes });
  }

  /** Composes a message of the hub and queues it for one seat. */
  tell(recipient: string, name: MessageName, payload: object, links: Links = {}): void {
    const message = this.compose(recipient, name, payload, links);
    this.#composed.push(message);
    const { messageType } = message;
    this.deliver(message, this.context.hooks.onTell([recipient], { messageType, recipient }));
  }

  /** A whole message of the hub, stored by nobody yet. */
  compose(recipient: string, name: MessageName, payload: object, links: Links = {}): StoredMessage {
    const { ids, environment, hooks } = this.context;
    const messageId = ids.next();
    const message = hooks.onCompose({
      profileVersion: PROFILE_VERSION,
      messageId,
      messageType: messages[name].wireCode,
      sender: 'hub',
      recipient,
      preparedAt: new Date(this.at).toISOString(),
      ...(links.correlationId === undefined ? {} : { correlationId: links.correlationId }),
      ...(links.conversation === undefined ? {} : { conversationId: links.conversation }),
      testIndicator: environment !== 'production',
      payload,
    });
    return {
      sender: 'hub',
      messageId,
      messageType: messages[name].wireCode,
      conversation: links.conversation ?? messageId,
      digest: digestOf(message),
      bytes: Buffer.from(JSON.stringify(message)),
      receivedAt: this.at,
      late: false,
      answer: null,
    };
  }

  /** Has a national service asked after the commit. */
  ask(job: NewJob): void {
    this.#jobs.push(job);
  }

  /** Sets or moves the timer of this kind for the movement. */
  timer(kind: TimerKind, reference: string, dueAt: number): void {
    const at = this.context.hooks.onTimer(dueAt, { kind, reference });
    if (at !== null) this.#timers.push({ kind, reference, dueAt: at });
  }

  /** Writes all that was gathered; what it gives back goes to the outbox after the commit. */
  async flush(): Promise<Delivery[]> {
    for (const { kind, reference, dueAt } of this.#timers)
      await setTimer(this.transaction, kind, reference, dueAt);
    for (const message of this.#composed) await storeMessage(this.transaction, message);
    if (this.#jobs.length > 0) await insertJobs(this.transaction, this.#jobs, this.at);
    if (this.#requests.length === 0) return [];
    const bytes = new Map(this.#requests.map(({ request, bytes: content }) => [request, content]));
    const placed = await queueDeliveries(this.transaction, [...bytes.keys()]);
    return placed.map(({ request, cursor }) => ({
      ...request,
      cursor,
      attempts: 0,
      firstAttemptAt: null,
      nextAttemptAt: null,
      bytes: bytes.get(request) ?? null,
    }));
  }

  /** The services for which there is something to do. */
  get asked(): Set<NewJob['service']> {
    return new Set(this.#jobs.map(({ service }) => service));
  }

  /** The instant of the soonest timer set here, or null. */
  get soonest(): number | null {
    return this.#timers.reduce<number | null>(
      (first, { dueAt }) => (first === null || dueAt < first ? dueAt : first),
      null,
    );
  }
}

/** Runs one unit of work in one transaction under the locks named, then wakes outbox, timers and services. */
export async function work<Result>(
  context: StackContext,
  locks: readonly string[],
  act: (unit: Work) => Promise<Result>,
): Promise<Result> {
  let deliveries: Delivery[] = [];
  let soonest: number | null = null;
  let asked: Work['asked'] = new Set();
  const result = await inTransaction(context.pool, locks, async (transaction) => {
    const unit = new Work(transaction, context);
    const outcome = await act(unit);
    deliveries = await unit.flush();
    soonest = unit.soonest;
    asked = unit.asked;
    return outcome;
  });
  context.outbox.enqueue(deliveries);
  if (soonest !== null) context.timers.expect(soonest);
  context.services?.wake(asked);
  return result;
}
