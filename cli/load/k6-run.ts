import type { RunFile } from '../../fixtures/load/run-file.ts';
import type { Shard } from '../options.ts';
import { binsOf, type PreparedTraffic } from './prepare-traffic.ts';
import { dealtInTurn } from './segment.ts';

/** A wait for one answer longer than the profile allows measures nothing more. @source timers: acknowledgement, 30 s */
const ANSWER_WITHIN_MS = 30_000;
/** For how long a sender tries one step. */
export const GIVE_UP_MS = 60_000;
/** Pauses of an office that repeats a message. @source assumption: the profile says 1 to 60 s; a compressed run has seconds */
const RETRY_MS = { first: 250, longest: 4_000 };
const GRACEFUL_SECONDS = 120;

/** What differs between a run on this machine and one in a cluster. */
export interface K6RunOptions extends Pick<RunFile, 'hubs' | 'thresholds' | 'summary' | 'tls' | 'signing'> {
  readonly traffic: PreparedTraffic;
  /** Part of the movements that this site sends; of a run in a cluster any, for the number of parts. */
  readonly segment: Shard | undefined;
}

/** What the k6 script is told of its run; the same for all sites of a run, but for addresses. */
export function k6RunOf({ traffic, segment, ...rest }: K6RunOptions): RunFile {
  const ready = Math.ceil(traffic.together * 1.2) + 5;
  return {
    ...binsOf(traffic.starts),
    virtualUsers: { ready, most: dealtInTurn(ready * 3 + 50, segment) },
    gracefulSeconds: GRACEFUL_SECONDS,
    answerWithinMs: ANSWER_WITHIN_MS,
    giveUpMs: GIVE_UP_MS,
    retryMs: RETRY_MS,
    ...rest,
  };
}
