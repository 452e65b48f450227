import type { Logger } from 'pino';

const PAUSE_MS = 1_000;

/** When a fault was told last, and how often it came since. */
interface Told {
  readonly at: number;
  untold: number;
}

/**
 * Tells the log of faults that come with every frame while they last: each at once, then once a second at most, with how often it was
 * left untold. A log that grows with the reports of a whole country is read by nobody.
 */
export class RareLog {
  readonly #log: Logger;
  readonly #elapsed: () => number;
  readonly #told = new Map<string, Told>();

  /** @param elapsed monotonic, ms */
  constructor(log: Logger, elapsed: () => number) {
    this.#log = log;
    this.#elapsed = elapsed;
  }

  /** @param sentence with the code of the fault it is the reason: the same for every device */
  error(err: unknown, sentence: string): void {
    const { code, name } = err as { readonly code?: string; readonly name?: string };
    const reason = `${sentence} ${code ?? name}`;
    const now = this.#elapsed();
    const last = this.#told.get(reason);
    if (last && now - last.at < PAUSE_MS) {
      last.untold += 1;
      return;
    }
    this.#told.set(reason, { at: now, untold: 0 });
    this.#log.error({ err, untold: last?.untold ?? 0 }, sentence);
  }
}
