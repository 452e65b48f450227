import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examples } from '../../../profile/messages/examples.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import { conversationsOf } from '../../evidence/conversation.ts';
import { Journal } from '../../evidence/journal.ts';
import type { ObservedExchange } from '../../evidence/observed-exchange.ts';
import { LOAD_FILES } from '../../load/load-run.ts';

/** What differs from the example of the profile. */
export interface Said {
  readonly sender?: string;
  readonly recipient?: string;
  readonly payload?: object;
  readonly movementVersion?: number;
  readonly correlationId?: string;
}

export type Exchanges = readonly ObservedExchange[];

/** When a book begins, ms since the epoch, how far apart its exchanges are, and from which number on messages are counted. */
export interface BookOptions {
  readonly beginAt?: number;
  readonly stepMs?: number;
  readonly firstId?: number;
}

/** Writes down, for tests, what crosses the wire around a hub: exchanges a minute apart, cursors counted per seat. */
export class EvidenceBook {
  readonly exchanges: ObservedExchange[] = [];
  readonly #cursors = new Map<string, number>();
  readonly #stepMs: number;
  #at: number;
  #ids: number;

  constructor({ beginAt = Date.UTC(2026, 10, 2, 8), stepMs = 60_000, firstId = 0 }: BookOptions = {}) {
    this.#at = beginAt;
    this.#stepMs = stepMs;
    this.#ids = firstId;
  }

  /** A message is submitted, acknowledged and delivered to these seats; returns its id. */
  submit(name: MessageName, said: Said, to: readonly string[] = []): string {
    const message = this.#compose(name, said);
    this.#add({
      kind: 'submit',
      from: message.sender,
      to: 'hub',
      body: JSON.stringify(message),
      answer: this.#acknowledged(message),
      conversations: conversationsOf(message),
    });
    for (const seat of to) this.#deliver(seat, message);
    return message.messageId;
  }

  /** The hub tells a seat something of its own. */
  tell(seat: string, name: MessageName, said: Said): string {
    const message = this.#compose(name, { sender: 'hub', recipient: seat, ...said });
    this.#deliver(seat, message);
    return message.messageId;
  }

  /** A seat asks the hub by HTTP. */
  ask(seat: string, path: string, answer: object): void {
    this.#add({ kind: 'query', from: seat, to: 'hub', method: 'GET', path, answer: answered(200, answer) });
  }

  /** A seat registers its address. */
  register(seat: string): void {
    const path = `/v0/participants/${seat}`;
    this.#add({
      kind: 'manage',
      from: seat,
      to: 'hub',
      method: 'PUT',
      path,
      body: '{}',
      answer: answered(200, {}),
    });
  }

  /** How each queue stands now: all delivered. */
  drained(seats: readonly string[]): void {
    for (const seat of seats) {
      const cursor = this.#cursors.get(seat) ?? 0;
      const state = { seat, cursor, lastQueued: cursor, pending: 0, deadLetters: 0, processing: 0 };
      this.ask(seat, `/v0/participants/${seat}/deliveries`, state);
    }
  }

  #compose(name: MessageName, said: Said) {
    const { sender = 'TG', recipient, payload, movementVersion, correlationId } = said;
    const {
      correlationId: _,
      movementVersion: __,
      originSeq: ___,
      ...example
    } = examples[name] as typeof examples.FunctionalError;
    this.#ids += 1;
    const messageId = `01a19b61-2f40-7000-8000-${String(this.#ids).padStart(12, '0')}`;
    const body: Record<string, unknown> = { ...example.payload, ...payload };
    const about = body['transitReference'];
    const preparedAt = new Date(this.#at).toISOString();
    return {
      ...example,
      messageId,
      messageType: messages[name].wireCode,
      sender,
      recipient: recipient ?? example.recipient,
      preparedAt,
      ...(typeof about === 'string' && { conversationId: about }),
      ...(movementVersion !== undefined && { movementVersion }),
      ...(correlationId !== undefined && { correlationId }),
      payload: body,
    };
  }

  #deliver(seat: string, message: { readonly messageId: string; readonly sender: string }): void {
    const cursor = (this.#cursors.get(seat) ?? 0) + 1;
    this.#cursors.set(seat, cursor);
    this.#add({
      kind: 'deliver',
      from: 'hub',
      to: seat,
      headers: { 'corridor-seat': 'hub', 'corridor-cursor': String(cursor), 'corridor-attempt': '1' },
      body: JSON.stringify(message),
      answer: this.#acknowledged(message),
      conversations: conversationsOf(message),
    });
  }

  #acknowledged({ messageId, sender }: { readonly messageId: string; readonly sender: string }) {
    return answered(202, { messageType: 'AT90', recipient: sender, correlationId: messageId });
  }

  #add(part: Partial<ObservedExchange> & Pick<ObservedExchange, 'kind' | 'from' | 'to'>): void {
    this.#at += this.#stepMs;
    this.exchanges.push({
      at: this.#at,
      method: 'POST',
      path: '/v0/messages',
      headers: {},
      stack: 'hub',
      ...part,
    });
  }
}

/** An answer as an endpoint sees it. */
export const answered = (status: number, body: object) => ({
  status,
  body: JSON.stringify(body),
  afterMs: 1.5,
});

/** A run folder with these exchanges, and what a fleet wrote beside them; gone when disposed. `scenario` claims them all. */
export async function evidenceFolder(
  exchanges: Exchanges,
  scenario?: string,
  truth: readonly object[] = [],
): Promise<{ readonly path: string; readonly file: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'corridor-books-'));
  const file = join(path, 'exchange.ndjson');
  const journal = await Journal.open(file, { keep: 0 });
  for (const exchange of exchanges) {
    if (scenario) for (const name of exchange.conversations ?? []) journal.claim(name, scenario);
    journal.record(exchange);
  }
  await journal.close();
  const lines = truth.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (lines) await writeFile(join(path, LOAD_FILES.truth), lines);
  return { path, file, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
