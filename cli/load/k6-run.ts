import type { LoadPlan } from '../../fixtures/load/plan.ts';
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
  readonly plan: LoadPlan;
  readonly traffic: PreparedTraffic;
  /** Part of the movements that this site sends; of a run in a cluster any, for the number of parts. */
  readonly segment: Shard | undefined;
}

/** What the k6 script is told of its run; the same for all sites of a run, but for addresses. */
export function k6RunOf({ plan, traffic, segment, ...rest }: K6RunOptions): RunFile {
  const ready = sendersFor(plan, traffic);
  return {
    ...binsOf(traffic.starts),
    virtualUsers: { ready, most: dealtInTurn(Math.min(traffic.starts.length, ready * 4) + 2, segment) },
    gracefulSeconds: GRACEFUL_SECONDS,
    answerWithinMs: ANSWER_WITHIN_MS,
    giveUpMs: GIVE_UP_MS,
    retryMs: RETRY_MS,
    ...rest,
  };
}

/**
 * Movements that may be on the road at a time. k6 drops an arrival for which nobody is ready, and a movement goes on for longer than
 * planned where the stack is slow, or for as long as a line is broken.
 */
function sendersFor({ links }: LoadPlan, { together, starts }: PreparedTraffic): number {
  const room = links.length > 0 ? 3 : 1.5;
  return Math.min(starts.length, Math.ceil(together * room) + 50);
}
