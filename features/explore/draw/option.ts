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

/** Options as they are drawn from. */
export const weighted = (options: readonly Option[]) =>
  options.map((option) => ({ value: option, weight: option.weight }));
