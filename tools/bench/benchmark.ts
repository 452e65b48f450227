/** One number of ours beside one of a peer, measured in the same run: read the ratio, not the number. */
export interface Comparison {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly unit: string;
  /** Ours divided by the peer's, or the median of that over the rounds. */
  readonly ratio: number;
  /** What has to be reached, as text: ">= 1.2x" is about the ratio, "<= 3 s" about our own number. */
  readonly reach: string;
  readonly holds: boolean;
}

/** Says what a reader of the numbers has to know: what was skipped, sizes, counts. Never part of the result. */
export type Note = (sentence: string) => void;

/** What each `tools/bench/NAME.bench.ts` exports under the name `benchmark`. */
export interface Benchmark {
  readonly run: (note: Note) => Promise<readonly Comparison[]>;
}

const ENOUGH_MS = 20_000;

/** The middle of the values; the mean of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  if (low === undefined || high === undefined)
    throw new RangeError('Failed to take a median: found no value.');
  return (low + high) / 2;
}

/**
 * Measures the sides in turn, A B A B ..., so that a slow moment of the machine meets all of them; medians.
 * @param enoughMs no new round is begun after this time, so that a busy machine gives fewer rounds, not a longer wait
 */
export async function interleave<Measured extends Measures>(
  rounds: number,
  sides: Measured,
  enoughMs: number = ENOUGH_MS,
): Promise<{ [Side in keyof Measured]: number }> {
  const values = await inTurn(rounds, sides, enoughMs);
  const medians = Object.entries(values).map(([side, all]) => [side, median(all)]);
  return Object.fromEntries(medians) as { [Side in keyof Measured]: number };
}

/** As {@link interleave}, of two sides. The ratio is taken round by round, then the median: a machine whose speed drifts moves it less. */
export async function pairUp(
  rounds: number,
  sides: { readonly ours: () => Promise<number>; readonly peer: () => Promise<number> },
  enoughMs: number,
): Promise<Pick<Comparison, 'ours' | 'peer' | 'ratio'> & { readonly rounds: number }> {
  const { ours, peer } = await inTurn(rounds, sides, enoughMs);
  const ratios = ours.map((value, round) => value / (peer[round] ?? Number.NaN));
  return { ours: median(ours), peer: median(peer), ratio: median(ratios), rounds: ratios.length };
}

type Measures = Readonly<Record<string, () => Promise<number>>>;

async function inTurn<Measured extends Measures>(
  rounds: number,
  sides: Measured,
  enoughMs: number,
): Promise<{ [Side in keyof Measured]: number[] }> {
  const entries = Object.entries(sides);
  const values = new Map<string, number[]>(entries.map(([side]) => [side, []]));
  const startedMs = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0 && performance.now() - startedMs > enoughMs) break;
    for (const [side, measure] of entries) values.get(side)?.push(await measure());
  }
  return Object.fromEntries(values) as { [Side in keyof Measured]: number[] };
}

/** The two sides of a comparison before it is judged. */
export type Sides = Pick<Comparison, 'name' | 'ours' | 'peer' | 'peerName' | 'unit'>;

/** Holds when ours is at least so many times the peer's: rates. */
export function reachesRatio(sides: Sides & Partial<Pick<Comparison, 'ratio'>>, least: number): Comparison {
  const ratio = sides.ratio ?? sides.ours / sides.peer;
  return { ...sides, ratio, reach: `>= ${least}x`, holds: ratio >= least };
}

/** Holds when ours is at most so many times the peer's: growth. */
export function staysBelowRatio(sides: Sides, most: number): Comparison {
  const ratio = sides.ours / sides.peer;
  return { ...sides, ratio, reach: `<= ${most}x`, holds: ratio <= most };
}

/** Holds when our own number is at most the limit, whatever the peer does: times. */
export function staysBelow(sides: Sides, most: number): Comparison {
  return {
    ...sides,
    ratio: sides.ours / sides.peer,
    reach: `<= ${most} ${sides.unit}`,
    holds: sides.ours <= most,
  };
}

/** Holds when our own number is at least the limit, whatever the peer does: rates. */
export function reachesLimit(sides: Sides, least: number): Comparison {
  const ratio = sides.ours / sides.peer;
  return { ...sides, ratio, reach: `>= ${least} ${sides.unit}`, holds: sides.ours >= least };
}

/** Holds when our own number is at most the limit, where there is no peer. */
export function staysWithinLimit(sides: Pick<Sides, 'name' | 'ours' | 'unit'>, limit: number): Comparison {
  return staysBelow({ ...sides, peer: limit, peerName: 'limit' }, limit);
}
