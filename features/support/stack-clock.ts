import type { Observation } from '../checks/check.ts';
import { textIn } from '../checks/recorded.ts';
import { clockTold } from '../checks/test-clock.ts';
import { InconclusiveError } from './errors.ts';
import type { ScenarioLinks } from './links.ts';
import type { CorridorWorld } from './world.ts';

/** Who moves a clock: a scenario judges what the stack makes of that; an explorer has no verdict in hand while it plays. */
type ClockMover = Pick<CorridorWorld, 'environment' | 'settle'> &
  Partial<Pick<CorridorWorld, 'judge' | 'look'>> & {
    readonly links?: Pick<ScenarioLinks, 'dueWithin' | 'actOnDue' | 'secondsUntilRetried'>;
  };

/**
 * Moves the clock of the stack and, with it, that of the simulated countries; what falls due has then been sent. A time that
 * is not about the one asked for is told, and never followed: all that comes after would be blamed on something else. On the
 * way it stops where a fault of a link begins or ends; after one that held messages up it goes on until they were tried again.
 */
export async function advanceClock(world: ClockMover, seconds: number): Promise<void> {
  const { clock } = world.environment;
  const until = clock.now() + seconds * 1000;
  const left = () => Math.max(0, (until - clock.now()) / 1000);
  const { links } = world;
  let due = links?.dueWithin(seconds);
  if (due === undefined) await stepClock(world, seconds);
  else {
    for (; due !== undefined; due = links?.dueWithin(left())) {
      if (due > 0) await stepClock(world, due);
      await links?.actOnDue();
    }
    await stepClock(world, Math.max(left(), links?.secondsUntilRetried ?? 0, 1));
  }
  await world.settle();
}

async function stepClock(world: ClockMover, seconds: number): Promise<void> {
  const { seats, clock } = world.environment;
  const [seat] = seats.values();
  await world.look?.(); // what was seen so far bears the time before the move
  const answer = await seat?.straight.request('POST', '/v0/test-clock/advance', { seconds });
  const told = textIn(answer?.body, 'now');
  const now = Date.parse(told);
  if (Number.isNaN(now)) {
    const seen = answer?.fault ?? `réponse ${answer?.status}`;
    throw new InconclusiveError(
      `L'horloge de test ne s'avance pas : ${seen}.`,
      'Voir docs/profile/binding.md, section 6.',
    );
  }
  const observation = clockTold(told, clock.now() + seconds * 1000);
  if (!observation.ok) tellOfClock(world, observation);
  clock.moveTo(now);
}

function tellOfClock(world: ClockMover, observation: Observation): never {
  world.judge?.([observation]);
  throw new InconclusiveError(
    `L'horloge de test ne va pas où on l'avance : attendu ${observation.expected} ; observé ${observation.observed}.`,
    'Voir docs/profile/binding.md, section 6 (TST-005).',
  );
}

/** Seconds until this much after the time limit of the current movement. */
export const secondsPastLimit = (world: CorridorWorld, seconds: number): number =>
  Math.ceil((Date.parse(world.movement.release.limitDate) - world.environment.clock.now()) / 1000) + seconds;

/** Seconds until this time of day, UTC `HH:MM`, on the day of the time limit of the current movement. */
export const secondsUntilLimitDay = (world: CorridorWorld, time: string): number => {
  const day = world.movement.release.limitDate.slice(0, 10);
  return Math.ceil((Date.parse(`${day}T${time}:00Z`) - world.environment.clock.now()) / 1000);
};
