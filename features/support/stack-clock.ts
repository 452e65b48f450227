import { textIn } from '../checks/recorded.ts';
import { InconclusiveError } from './errors.ts';
import type { CorridorWorld } from './world.ts';

/** Moves the clock of the stack and, with it, that of the simulated countries; what falls due has then been sent. */
export async function advanceClock(world: CorridorWorld, seconds: number): Promise<void> {
  const { seats, clock } = world.environment;
  const [seat] = seats.values();
  const answer = await seat?.hub.request('POST', '/v0/test-clock/advance', { seconds });
  const now = Date.parse(textIn(answer?.body, 'now'));
  if (Number.isNaN(now)) {
    const seen = answer?.fault ?? `réponse ${answer?.status}`;
    throw new InconclusiveError(
      `L'horloge de test ne s'avance pas : ${seen}.`,
      'Voir docs/profile/binding.md, section 6.',
    );
  }
  clock.moveTo(now);
  await world.settle();
}

/** Seconds until this much after the time limit of the current movement. */
export const secondsPastLimit = (world: CorridorWorld, seconds: number): number =>
  Math.ceil((Date.parse(world.movement.release.limitDate) - world.environment.clock.now()) / 1000) + seconds;

/** Seconds until this time of day, UTC `HH:MM`, on the day of the time limit of the current movement. */
export const secondsUntilLimitDay = (world: CorridorWorld, time: string): number => {
  const day = world.movement.release.limitDate.slice(0, 10);
  return Math.ceil((Date.parse(`${day}T${time}:00Z`) - world.environment.clock.now()) / 1000);
};
