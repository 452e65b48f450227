import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { attemptsTo, toleranceS, type WatchedPause } from '../checks/retry-pauses.ts';
import { eventually } from './eventually.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

const ATTEMPTED_WITHIN_MS = 5_000;

/** Waits, without judging, until an attempt to deliver a message to a country has come; or long enough to say that none does. */
export async function waitForAttempt(
  world: CorridorWorld,
  country: string,
  messageId: string,
): Promise<void> {
  await moreThan(world, () => attemptsTo(world.recorded, country, messageId), 0, ATTEMPTED_WITHIN_MS);
}

/** Attempts of one kind that were recorded so far, in order. */
type Attempts = () => readonly ExchangeRecord[];

/** Waits until there are more attempts than so many, or for so long. */
async function moreThan(
  world: CorridorWorld,
  attempts: Attempts,
  count: number,
  withinMs: number,
): Promise<boolean> {
  const probe = async (): Promise<number> => {
    await world.look();
    return attempts().length;
  };
  const clock = world.run.settings.realClock;
  const { satisfied } = await eventually(probe, { until: (seen) => seen > count, withinMs, clock });
  return satisfied;
}

/** The end of a pause passes in real time, seconds: an attempt then bears its own instant, not that of a move of the clock. */
const REAL_S = 0.3;
/** A pause as long as this whose beginning nobody saw is looked for in so many moves. */
const LOOKED_FOR_FROM_S = 60;
const MOVES = 30;

/**
 * Lets one pause pass. The clock stops where nothing may have come yet, then shortly before the end; what comes later than
 * that, because the attempt before fell into a move of the clock, is looked for in small moves.
 */
async function watchPause(world: CorridorWorld, attempts: Attempts, seconds: number): Promise<WatchedPause> {
  const before = attempts().length;
  const begunAt = Date.parse(attempts().at(-1)?.at ?? '');
  await advanceTo(world, begunAt + (seconds - toleranceS(seconds) - REAL_S) * 1000);
  if (attempts().length === before) await advanceTo(world, begunAt + (seconds - REAL_S) * 1000);
  let came = await moreThan(world, attempts, before, 2 * REAL_S * 1000);
  for (let move = 0; !came && seconds >= LOOKED_FOR_FROM_S && move < MOVES; move += 1) {
    await advanceClock(world, seconds / MOVES);
    came = attempts().length > before;
  }
  if (!came) await moreThan(world, attempts, before, ATTEMPTED_WITHIN_MS);
  return { seconds, before, after: attempts().length };
}

async function advanceTo(world: CorridorWorld, instant: number): Promise<void> {
  const leftS = (instant - world.environment.clock.now()) / 1000;
  if (leftS > 0) await advanceClock(world, leftS);
}

/** Lets the pauses between attempts pass one after the other; these are then the pauses watched. */
export async function watchPauses(
  world: CorridorWorld,
  attempts: Attempts,
  pauses: readonly number[],
): Promise<void> {
  await moreThan(world, attempts, 0, ATTEMPTED_WITHIN_MS);
  const seen: WatchedPause[] = [];
  for (const seconds of pauses) seen.push(await watchPause(world, attempts, seconds));
  watched.set(world, seen);
}

const watched = new WeakMap<CorridorWorld, WatchedPause[]>();

/** The pauses that a scenario watched last; none when it watched none. */
export const watchedPauses = (world: CorridorWorld): readonly WatchedPause[] => watched.get(world) ?? [];
