import { setTimeout as pause } from 'node:timers/promises';
import type { LinkLimits } from '../limits.ts';
import type { Became, LinkRequest, Onward } from '../link.ts';
import { outcome } from './words.ts';

interface HeldRequest {
  readonly request: LinkRequest;
  readonly onward: Onward;
  readonly became: Became;
}

/**
 * Requests that a link keeps, as a relay does that acknowledges nothing: the sender's connection breaks at once, and the
 * request goes on its way when it is let go, in the order in which it was held. The next one goes once the former was answered,
 * or was not in time; whoever once left one without an answer is no longer waited for, until it answers.
 */
export class Held {
  readonly #limits: LinkLimits;
  readonly #held: HeldRequest[] = [];
  /** Held, or on their way without an answer. */
  #kept = 0;
  #keptBytes = 0;
  #going: Promise<void> = Promise.resolve();
  readonly #underWay = new Set<Promise<void>>();
  #silent = false;
  /** What could not be told of a request; told when all are let go. */
  readonly #failures: unknown[] = [];

  constructor(limits: LinkLimits) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#held.length;
  }

  /**
   * @param as what becomes of it now, in a few words
   * @param afterMs it goes by itself after so long, if it was not let go before
   */
  hold(held: HeldRequest, as: string, afterMs?: number): void {
    const { heldRequests, heldBytes } = this.#limits;
    const { length } = held.request.body;
    const full = this.#kept >= heldRequests || this.#keptBytes + length > heldBytes;
    const already = `request lost: ${this.#kept} of ${this.#keptBytes} bytes in all held already`;
    held.became(full ? already : as);
    if (full) return;
    this.#kept += 1;
    this.#keptBytes += length;
    this.#held.push(held);
    if (afterMs !== undefined) setTimeout(() => this.#letGo(held), afterMs).unref();
  }

  /**
   * Lets all go; resolves when they have arrived, or were not answered in time.
   * @throws what failed of telling so
   */
  async letAllGo(): Promise<void> {
    for (const held of [...this.#held]) this.#letGo(held);
    await this.#going;
    await Promise.all(this.#underWay);
    const [failure] = this.#failures.splice(0);
    if (failure !== undefined) throw failure;
  }

  #letGo(held: HeldRequest): void {
    const place = this.#held.indexOf(held);
    if (place < 0) return;
    this.#held.splice(place, 1);
    this.#going = this.#going.then(async () => {
      const sent = this.#send(held).catch((failure: unknown) => void this.#failures.push(failure));
      this.#underWay.add(sent);
      void sent.then(() => this.#underWay.delete(sent));
      if (!this.#silent) await sent;
    });
  }

  async #send({ request, onward, became }: HeldRequest): Promise<void> {
    const { answerMs } = this.#limits;
    const over = new AbortController();
    const answered = onward(request).then((answer) => {
      this.#kept -= 1;
      this.#keptBytes -= request.body.length;
      return { answer, late: false };
    });
    const late = pause(answerMs, { answer: undefined, late: true }, { signal: over.signal });
    const first = await Promise.race([answered, late]).finally(() => over.abort());
    this.#silent = first.late;
    const seen = first.late ? `no answer within ${answerMs} ms` : outcome(first.answer);
    became(`${seen} to what was held`, { answered: first.answer?.status });
  }
}
