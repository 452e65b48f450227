import type { Became, LinkRequest, Onward } from '../link.ts';
import { outcome } from './words.ts';

interface HeldRequest {
  readonly go: () => Promise<void>;
}

/**
 * Requests that a link keeps, as a relay does that acknowledges nothing: the sender's connection breaks at once, and the
 * request goes on its way when it is let go, in the order in which it was held.
 */
export class Held {
  readonly #held: HeldRequest[] = [];
  #going: Promise<void> = Promise.resolve();

  get count(): number {
    return this.#held.length;
  }

  /** @param until resolves when this one is to go by itself, if it was not let go before */
  hold(request: LinkRequest, onward: Onward, became: Became, afterMs?: number): void {
    const go = async (): Promise<void> => {
      const answer = await onward(request);
      became(`${outcome(answer)} to what was held`, { answered: answer?.status });
    };
    const held = { go };
    this.#held.push(held);
    if (afterMs !== undefined) setTimeout(() => this.#letGo(held), afterMs).unref();
  }

  /** Lets all go; resolves when they have arrived. */
  async letAllGo(): Promise<void> {
    for (const held of [...this.#held]) this.#letGo(held);
    await this.#going;
  }

  #letGo(held: HeldRequest): void {
    const place = this.#held.indexOf(held);
    if (place < 0) return;
    this.#held.splice(place, 1);
    this.#going = this.#going.then(held.go);
  }
}
