import type { Hooks } from '../hooks.ts';

/** A way of being wrong that the stack can be told to commit: the hooks in which it differs from an honest one. */
export interface Deviation extends Partial<Hooks> {
  /** As given to `--deviation`; the name of its file. */
  readonly name: string;
  /** Requirements of the register that must turn red, every one of them. */
  readonly violates: readonly string[];
  /** How real stacks come to behave like this. */
  readonly why: string;
  /** It shows only now and then, by one content or one order of events: `corridor explore` is there to find it. */
  readonly shy?: true;
}

/** Types a deviation. */
export const defineDeviation = (deviation: Deviation): Deviation => deviation;
