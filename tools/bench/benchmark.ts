/** One number of ours beside one of a peer, measured in the same run: read the ratio, not the number. */
export interface Comparison {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly unit: string;
  readonly ratio: number;
  /** What the ratio has to reach, as text: ">= 1.2" or "<= 0.4". */
  readonly reach: string;
  readonly holds: boolean;
}

/** What each `tools/bench/NAME.bench.ts` exports under the name `benchmark`. */
export interface Benchmark {
  readonly run: () => Promise<readonly Comparison[]>;
}
