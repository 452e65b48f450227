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
import { findPlaced, type Placed, type QueueRequest, queueDeliveries } from './delivery-table.ts';
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
  readonly #afterwards: (() => void)[] = [];
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

  /** What is to be done in memory once all this is committed. */
  afterwards(act: () => void): void {
    this.#afterwards.push(act);
  }

  /** Writes all that was gathered, but for the deliveries. */
  async flush(): Promise<void> {
    for (const { kind, reference, dueAt } of this.#timers)
      await setTimer(this.transaction, kind, reference, dueAt);
    for (const message of this.#composed) await storeMessage(this.transaction, message);
    if (this.#jobs.length > 0) await insertJobs(this.transaction, this.#jobs, this.at);
  }

  /** Queues the deliveries: the last statement, as all transactions want to number those of the same few seats. */
  async queue(): Promise<Placed[]> {
    return this.#requests.length === 0 ? [] : queueDeliveries(this.transaction, this.#queued());
  }

  /** Where they were queued, when the answer to that was lost. */
  async recall(): Promise<Placed[]> {
    return this.#requests.length === 0 ? [] : findPlaced(this.context.pool, this.#queued());
  }

  /** Tells outbox, timers, services and whoever asked for it that this is committed. */
  committed(placed: readonly Placed[]): void {
    const { outbox, timers, services } = this.context;
    outbox.take(placed.map((one) => this.#deliveryOf(one)));
    for (const { dueAt } of this.#timers) timers.expect(dueAt);
    services?.wake(new Set(this.#jobs.map(({ service }) => service)));
    for (const act of this.#afterwards) act();
  }

  #queued(): QueueRequest[] {
    return this.#requests.map(({ request }) => request);
  }

  #deliveryOf({ request, cursor }: Placed): Delivery {
    const bytes = this.#requests.find((one) => one.request === request)?.bytes ?? null;
    return { ...request, cursor, attempts: 0, firstAttemptAt: null, nextAttemptAt: null, bytes };
  }
}

/** Runs one unit of work in one transaction under the locks named, then wakes outbox, timers and services. */
export async function work<Result>(
  context: StackContext,
  locks: readonly string[],
  act: (unit: Work) => Promise<Result>,
): Promise<Result> {
  const done = await inTransaction<Done<Result>, Placed[]>(context.pool, locks, {
    act: async (transaction) => {
      const unit = new Work(transaction, context);
      const result = await act(unit);
      await unit.flush();
      return { unit, result };
    },
    last: { say: (_, { unit }) => unit.queue(), recall: (_, { unit }) => unit.recall() },
    committed: ({ unit }, placed = []) => unit.committed(placed),
  });
  return done.result;
}

interface Done<Result> {
  readonly unit: Work;
  readonly result: Result;
}
