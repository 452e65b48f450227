import type { Due } from './queues.ts';

/** What falls due at the hub, and when. */
export class DueList {
  #due: Due[] = [];

  add(due: Due): void {
    this.#due.push(due);
  }

  /** In place of what was due of that kind for that movement. */
  replace(due: Due): void {
    this.#due = this.#due.filter(({ kind, reference }) => kind !== due.kind || reference !== due.reference);
    this.#due.push(due);
  }

  /** What has fallen due at an instant, in order; it is not due again. */
  take(now: number): Due[] {
    const fallen = this.#due.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    this.#due = this.#due.filter(({ dueAt }) => dueAt > now);
    return fallen;
  }

  /** Whether something falls due so near an instant that two clocks might differ about it. */
  isDoubtful(instant: number, marginMs: number): boolean {
    return this.#due.some(({ dueAt }) => Math.abs(dueAt - instant) < marginMs);
  }

  /** Whether something was due before it came up, so that it happens as soon as the hub's clock moves. */
  isBehind(now: number): boolean {
    return this.#due.some(({ dueAt }) => dueAt <= now);
  }
}
