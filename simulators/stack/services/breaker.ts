import { BREAKER_FAILURES } from '../../../profile/services/service-limits.ts';

/** What a breaker lets through: everything; nothing before an instant; then one probe. */
export interface BreakerState {
  readonly state: 'closed' | 'open' | 'half-open';
  /** While open: when a probe may go, ms since the epoch on the stack's clock. */
  readonly until: number | null;
  /** How many calls may be under way: no more than failures that it still bears, so that none is behind its opening. */
  readonly calls: number;
}

/**
 * Spares a service that does not answer: after some failures in a row nothing is asked for a while, then one question; its
 * answer closes the breaker, its failure opens it for as long again.
 */
export class Breaker {
  readonly #openMs: number;
  #failures = 0;
  #until: number | null = null;

  constructor(openMs: number) {
    this.#openMs = openMs;
  }

  /** @param now on the stack's clock, ms since the epoch */
  stateAt(now: number): BreakerState {
    if (this.#until === null)
      return { state: 'closed', until: null, calls: BREAKER_FAILURES - this.#failures };
    if (now < this.#until) return { state: 'open', until: this.#until, calls: 0 };
    return { state: 'half-open', until: null, calls: 1 };
  }

  answered(): void {
    this.#failures = 0;
    this.#until = null;
  }

  /** @param now on the stack's clock, ms since the epoch */
  failed(now: number): void {
    this.#failures += 1;
    if (this.#failures >= BREAKER_FAILURES) this.#until = now + this.#openMs;
  }
}
