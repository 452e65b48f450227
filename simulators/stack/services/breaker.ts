import { BREAKER_FAILURES } from '../../../profile/services/service-limits.ts';

/** What a breaker lets through: everything; nothing before an instant; then one probe. */
export interface BreakerState {
  readonly state: 'closed' | 'open' | 'half-open';
  /** While open: when a probe may go, ms since the epoch on the stack's clock. */
  readonly until: number | null;
}

const CLOSED: BreakerState = { state: 'closed', until: null };

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
    if (this.#until === null) return CLOSED;
    return now < this.#until ? { state: 'open', until: this.#until } : { state: 'half-open', until: null };
  }

  answered(): void {
    this.#failures = 0;
    this.#until = null;
  }

  /** What was under way when it opened, and failed behind it, does not lengthen the pause. */
  failed(now: number): void {
    this.#failures += 1;
    if (this.#failures < BREAKER_FAILURES || this.stateAt(now).state === 'open') return;
    this.#until = now + this.#openMs;
  }
}
