interface Kept<Value> {
  readonly value: Value;
  readonly until: number;
}

/** Answers kept at most; the one kept longest makes room. */
const MOST_ANSWERS = 10_000;

/** Answers of services by the whole question, for as long as each says that it holds. In memory: a restart asks again. */
export class AnswerCache<Value> {
  readonly #kept = new Map<string, Kept<Value>>();

  /** @param now on the stack's clock, ms since the epoch */
  find(question: string, now: number): Value | null {
    const kept = this.#kept.get(question);
    if (!kept) return null;
    if (now < kept.until) return kept.value;
    this.#kept.delete(question);
    return null;
  }

  /** @param until ms since the epoch */
  keep(question: string, value: Value, until: number): void {
    this.#kept.delete(question);
    this.#kept.set(question, { value, until });
    if (this.#kept.size <= MOST_ANSWERS) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
