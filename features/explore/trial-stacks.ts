import type { Environment } from '../support/environment.ts';

/** Trials on one stack before it is given up for a fresh one. */
const TRIALS_A_STACK = 8;

/** Stacks for trials: each serves a few, with movements of its own each time. */
export class TrialStacks implements AsyncDisposable {
  readonly #lend: () => Promise<Environment>;
  #current: Environment | undefined;
  #trials = 0;

  constructor(lend: () => Promise<Environment>) {
    this.#lend = lend;
  }

  async next(): Promise<Environment> {
    if (this.#trials % TRIALS_A_STACK === 0) {
      await this.#current?.[Symbol.asyncDispose]();
      this.#current = undefined;
    }
    this.#trials += 1;
    this.#current ??= await this.#lend();
    return this.#current;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#current?.[Symbol.asyncDispose]();
  }
}
