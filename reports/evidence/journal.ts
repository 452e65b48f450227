import type { EvidenceError } from './evidence-error.ts';
import type { ExchangeRecord } from './exchange.ts';
import { CHAIN_START, type ChainHead, ExchangeWriter } from './exchange-writer.ts';
import { type ObservedExchange, recordOf } from './observed-exchange.ts';

/** How much a journal keeps in memory, and where it writes. */
export interface JournalOptions {
  /** Newest records kept in memory: all by default, 0 for load. The file always gets all. */
  readonly keep?: number;
  readonly writer?: ExchangeWriter;
}

type Listener = (record: ExchangeRecord) => void;

/**
 * Traffic nobody expected: it came to one of our endpoints and belongs to no scenario.
 * What we sent ourselves (registration, health, drain barrier) is never unexpected.
 */
export const isUnexpected = (record: ExchangeRecord): boolean =>
  record.scenario === null && (record.kind === 'deliver' || record.from === 'unknown');

/**
 * The record of a process: every exchange its endpoints saw, in memory by conversation and, with a writer,
 * in `exchange.ndjson`. It records and never judges.
 */
export class Journal {
  readonly #keep: number;
  readonly #writer: ExchangeWriter | undefined;
  readonly #claims = new Map<string, string>();
  readonly #byConversation = new Map<string, ExchangeRecord[]>();
  readonly #listeners = new Set<Listener>();
  #records: ExchangeRecord[] = [];
  #oldest = 0;
  #count = 0;
  #unexpected = 0;
  #closed: Promise<ChainHead> | undefined;

  constructor({ keep = Number.POSITIVE_INFINITY, writer }: JournalOptions = {}) {
    this.#keep = keep;
    this.#writer = writer;
  }

  /** A journal that also writes the evidence file at `path`; an EvidenceError when it cannot be created. */
  static async open(path: string, options: { keep?: number } = {}): Promise<Journal> {
    return new Journal({ ...options, writer: await ExchangeWriter.open(path) });
  }

  /**
   * Records one exchange. The scenario is the one that claimed one of its conversations before, else null. Once the evidence is
   * closed nothing more is kept, and nothing counted: `run.json` says how many lines there are.
   */
  record(observed: ObservedExchange): ExchangeRecord {
    const names = observed.conversations ?? [];
    const conversation = names.find((name) => this.#claims.has(name)) ?? names[0];
    const scenario = conversation === undefined ? null : (this.#claims.get(conversation) ?? null);
    const record = recordOf(observed, { conversation, scenario });
    if (this.#closed !== undefined) return record;
    this.#count += 1;
    if (isUnexpected(record)) this.#unexpected += 1;
    this.#writer?.append(record);
    if (this.#keep > 0) this.#remember(record);
    for (const listener of this.#listeners) listener(record);
    return record;
  }

  /** From now on the conversation (a transit reference, a messageId ...) belongs to the scenario; the last claim holds. */
  claim(conversation: string, scenario: string): void {
    this.#claims.set(conversation, scenario);
  }

  /** Conversations claimed by a scenario, in order of claim. */
  claimedBy(scenario: string): string[] {
    return [...this.#claims].filter(([, owner]) => owner === scenario).map(([conversation]) => conversation);
  }

  /** Records of one conversation, in order of recording. */
  of(conversation: string): readonly ExchangeRecord[] {
    return this.#byConversation.get(conversation) ?? [];
  }

  /** Every record kept, in order of recording. */
  all(): readonly ExchangeRecord[] {
    return this.#records.slice(this.#oldest);
  }

  /** Records kept of traffic nobody expected. */
  unexpected(): readonly ExchangeRecord[] {
    return this.all().filter(isUnexpected);
  }

  /** Numbers over the whole life of the journal, kept in memory or not. */
  get counts(): { readonly count: number; readonly unexpected: number } {
    return { count: this.#count, unexpected: this.#unexpected };
  }

  /** Calls `listener` with each new record; the answer ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A promise to wait for while the disk is slower than the traffic; undefined when there is room. */
  ready(): Promise<void> | undefined {
    return this.#writer?.ready();
  }

  /** The first write that failed, if any. */
  get failure(): EvidenceError | undefined {
    return this.#writer?.failure;
  }

  /** Writes all that waits before returning; for Ctrl-C. */
  flushSync(): void {
    this.#writer?.flushSync();
  }

  /** Ends the evidence file; rejects with an EvidenceError when a line could not be written. May be called twice. */
  close(): Promise<ChainHead> {
    this.#closed ??= this.#writer?.close() ?? Promise.resolve({ head: CHAIN_START, count: this.#count });
    return this.#closed;
  }

  #remember(record: ExchangeRecord): void {
    this.#records.push(record);
    if (record.conversation !== undefined) {
      const known = this.#byConversation.get(record.conversation);
      if (known) known.push(record);
      else this.#byConversation.set(record.conversation, [record]);
    }
    if (this.#records.length - this.#oldest > this.#keep) this.#forgetOldest();
  }

  /** The oldest record is the first of its conversation; the list is compacted once half of it is forgotten. */
  #forgetOldest(): void {
    const conversation = this.#records[this.#oldest]?.conversation;
    this.#oldest += 1;
    if (conversation !== undefined) {
      const known = this.#byConversation.get(conversation);
      known?.shift();
      if (known?.length === 0) this.#byConversation.delete(conversation);
    }
    if (this.#oldest * 2 > this.#records.length) {
      this.#records = this.#records.slice(this.#oldest);
      this.#oldest = 0;
    }
  }
}
