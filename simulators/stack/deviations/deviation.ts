import type { Clock } from '../../../profile/clock.ts';
import type { Hooks } from '../hooks.ts';

/** What a deviation that remembers may use of the stack that it is in. */
export interface StackSurroundings {
  readonly clock: Clock;
  /** Ends after so many ms. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** A way of being wrong that the stack can be told to commit: the hooks in which it differs from an honest one. */
export interface Deviation extends Partial<Hooks> {
  /** As given to `--deviation`; the name of its file. */
  readonly name: string;
  /** Requirements of the register that must turn red, every one of them; of one under load, those that it breaks. */
  readonly violates: readonly string[];
  /** How real stacks come to behave like this. */
  readonly why: string;
  /** It shows only now and then, by one content or one order of events: `corridor explore` is there to find it. */
  readonly shy?: true;
  /**
   * It shows only when much goes on at once, and no scenario sees it: `corridor load` is there to find it. `foundBy`: each of
   * these invariants of the books (by the name of its file) and limits of a plan (by their kind) does.
   */
  readonly underLoad?: { readonly foundBy: readonly string[] };
  /** Hooks that remember, made anew for each stack. */
  readonly perStack?: (surroundings: StackSurroundings) => Partial<Hooks>;
}

/** Types a deviation. */
export const defineDeviation = (deviation: Deviation): Deviation => deviation;

/** What one stack commits: the hooks of a deviation, with a memory of their own. */
export const hooksOf = (deviation: Deviation, surroundings: StackSurroundings): Partial<Hooks> => ({
  ...deviation,
  ...deviation.perStack?.(surroundings),
});
