import type { WatchedPause } from '../checks/retry-pauses.ts';
import { eventually } from './eventually.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

const ATTEMPTED_WITHIN_MS = 5_000;

/** Attempts to deliver a message to a country that were recorded so far. */
const attemptsTo = ({ recorded }: CorridorWorld, country: string, messageId: string): number =>
  recorded.filter(({ kind, to, body }) => kind === 'deliver' && to === country && body?.includes(messageId))
    .length;

/** Waits, without judging, until an attempt to deliver a message to a country has come; or long enough to say that none does. */
export async function waitForAttempt(
  world: CorridorWorld,
  country: string,
  messageId: string,
  beyond = 0,
): Promise<void> {
  await eventually(async () => attemptsTo(world, country, messageId), {
    until: (count) => count > beyond,
    withinMs: ATTEMPTED_WITHIN_MS,
    clock: world.run.settings.realClock,
  });
}

/** Lets one pause between two attempts pass, in two halves, and notes what was recorded by then. */
async function watchPause(
  world: CorridorWorld,
  country: string,
  messageId: string,
  seconds: number,
): Promise<WatchedPause> {
  const before = world.recorded.length;
  await advanceClock(world, seconds / 2);
  const halfway = world.recorded.length;
  const attempts = attemptsTo(world, country, messageId);
  await advanceClock(world, seconds / 2);
  await waitForAttempt(world, country, messageId, attempts);
  return { seconds, before, halfway, after: world.recorded.length };
}

/** Lets pauses pass one after the other. */
export async function watchPauses(
  world: CorridorWorld,
  country: string,
  messageId: string,
  pauses: readonly number[],
): Promise<void> {
  for (const seconds of pauses)
    watchedPauses(world).push(await watchPause(world, country, messageId, seconds));
}

const watched = new WeakMap<CorridorWorld, WatchedPause[]>();

/** The pauses watched in a scenario so far. */
export function watchedPauses(world: CorridorWorld): WatchedPause[] {
  const pauses = watched.get(world) ?? [];
  watched.set(world, pauses);
  return pauses;
}
