import type { Random } from '../../../fixtures/random.ts';

/** A move that could come next, and how likely it is drawn. */
export interface Option {
  readonly movement: number;
  readonly by: string;
  readonly act: string;
  readonly detail: readonly string[];
  readonly of?: number;
  readonly count?: number;
  /** What the narrowing of a transition reads; absent for what no machine sees. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** How often it is drawn beside others that are as new. */
  readonly weight: number;
}

/** One of them, by their weights; undefined when there is none. */
export const drawFrom = (random: Random, options: readonly Option[]): Option | undefined =>
  options.length === 0
    ? undefined
    : random.weighted(options.map((option) => ({ value: option, weight: option.weight })));
