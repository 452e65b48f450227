import { timers } from '../../profile/timers/timers.ts';
import { listIn } from '../checks/recorded.ts';
import { InconclusiveError } from './errors.ts';
import { eventually } from './eventually.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

/**
 * The longest pause between attempts, seconds: that of slow retry, which is as long as quick retry lasts. A stack with a
 * past may hold older messages that wait as long. @source binding section 1
 */
export const LONGEST_PAUSE_S = timers.fastRetry.seconds;
const ATTEMPTED_WITHIN_MS = 5_000;

/** A country's system stops answering; the drain barrier no longer waits for it. */
export async function goAway(world: CorridorWorld, country: string): Promise<void> {
  await world.settle();
  world.away.add(country);
  await world.seat(country).goAway();
}

/** A country's system answers again; the barrier waits for it from now on. */
export async function comeBack(world: CorridorWorld, country: string): Promise<void> {
  world.seat(country).behave();
  await world.seat(country).comeBack();
  world.away.delete(country);
}

/**
 * Lets pauses between attempts pass: on the test clock where the target has one, else in real time at the barrier.
 * @param seconds at least the pauses due
 */
export async function letRetriesPass(world: CorridorWorld, seconds: number): Promise<void> {
  if (world.environment.capabilities.testClock) await advanceClock(world, seconds);
  await world.settle();
}

/**
 * Waits until a country has seen a first attempt to deliver a message, so that its failure lies behind us. An
 * InconclusiveError when none came: what follows would say nothing.
 */
export async function attempted(
  world: Pick<CorridorWorld, 'recorded' | 'run'>,
  country: string,
  messageId: string,
  withinMs: number = ATTEMPTED_WITHIN_MS,
): Promise<void> {
  const attempts = async (): Promise<number> =>
    world.recorded.filter(
      ({ kind, to, body }) => kind === 'deliver' && to === country && body?.includes(messageId),
    ).length;
  const clock = world.run.settings.realClock;
  const { satisfied } = await eventually(attempts, { until: (count) => count > 0, withinMs, clock });
  if (satisfied) return;
  throw new InconclusiveError(
    `La cible n'a pas tenté de remettre le message à ${country} en ${withinMs / 1000} s.`,
    'Sans un premier essai, la suite du scénario ne dirait rien ; voir les remises dans le rapport.',
  );
}

/** Consults the dead letters of a country until there is one, or long enough to say that there is none. */
export async function deadLettersShown(world: CorridorWorld, country: string): Promise<void> {
  const { hub } = world.seat(world.movement.departureCountry);
  const clock = world.run.settings.realClock;
  await eventually(() => hub.deadLetters(country), {
    until: ({ body }) => (listIn(body, 'deadLetters')?.length ?? 0) > 0,
    withinMs: ATTEMPTED_WITHIN_MS,
    clock,
  });
}
