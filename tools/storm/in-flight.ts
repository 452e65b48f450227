import type { Message } from '../../profile/messages/message.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import type { Journal } from '../../reports/evidence/journal.ts';

/** What is under way at an instant. */
export interface UnderWay {
  /** Submissions on the wire: they have left their seat, and no answer has come yet. */
  readonly submissions: number;
  /** Acknowledged, and not yet with a seat that it is for. */
  readonly deliveries: number;
}

/** Counts what is under way, from what the seats themselves see. */
export class InFlight {
  #submissions = 0;
  readonly #owed = new Set<string>();
  readonly #received = new Set<string>();
  #departures: (() => void)[] = [];
  #arrivals: (() => void)[] = [];
  #acknowledged = 0;
  #awaited: { readonly count: number; readonly wake: () => void }[] = [];

  constructor(journal: Journal) {
    journal.subscribe((record) => this.#watch(record));
  }

  get now(): UnderWay {
    return { submissions: this.#submissions, deliveries: this.#owed.size };
  }

  /** Acknowledgements and deliveries so far: while it grows, something moves. */
  get steps(): number {
    return this.#acknowledged + this.#received.size;
  }

  /** Seats and messages that are still owed to them. */
  get owed(): readonly string[] {
    return [...this.#owed];
  }

  /** One submission, new or repeated, from its departure to its answer or the lack of one. */
  async submission<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    this.#submissions += 1;
    for (const wake of this.#departures.splice(0)) wake();
    try {
      return await send();
    } finally {
      this.#submissions -= 1;
    }
  }

  /** @param told the seats that must get it */
  acknowledged({ messageId }: Message, told: readonly string[]): void {
    this.#acknowledged += 1;
    for (const { wake } of this.#awaited.filter(({ count }) => count <= this.#acknowledged)) wake();
    this.#awaited = this.#awaited.filter(({ count }) => count > this.#acknowledged);
    for (const seat of told) {
      const key = `${seat} ${messageId}`;
      if (!this.#received.has(key)) this.#owed.add(key);
    }
  }

  /** Ends when so many more messages have been acknowledged. */
  acknowledgements(more: number): Promise<void> {
    return new Promise((wake) => this.#awaited.push({ count: this.#acknowledged + more, wake }));
  }

  /** Ends when the next submission has left its seat. */
  departure(): Promise<void> {
    return new Promise((resolve) => this.#departures.push(resolve));
  }

  /** Ends when the next delivery has come to a seat, before its answer has left. */
  arrival(): Promise<void> {
    return new Promise((resolve) => this.#arrivals.push(resolve));
  }

  #watch({ kind, to, body, answer }: ExchangeRecord): void {
    if (kind !== 'deliver' || answer?.status !== 202 || body === undefined) return;
    const { messageId } = JSON.parse(body) as Message;
    const key = `${to} ${messageId}`;
    this.#received.add(key);
    this.#owed.delete(key);
    for (const wake of this.#arrivals.splice(0)) wake();
  }
}
