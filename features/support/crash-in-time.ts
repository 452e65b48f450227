import { textIn } from '../checks/recorded.ts';
import { arm, crash, insistOnPlans } from './crash.ts';
import { InconclusiveError } from './errors.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

/**
 * Moves the test clock, and kills the hub at the first message that it delivers because of that; what it had not done by then it
 * must do when it lives again. The clock of the countries follows the one that the hub then tells.
 * @param first what happens just before the clock moves, and may already make the hub deliver
 */
export async function crashWhileTimePasses(
  world: CorridorWorld,
  seconds: number,
  first: () => Promise<void> = async () => undefined,
): Promise<void> {
  await world.settle();
  const { clock, seats } = world.environment;
  const [seat] = seats.values();
  const until = clock.now() + seconds * 1000;
  arm(world, { kind: 'deliver', nth: 1, times: 1 }, () => crash(world));
  await first();
  await seat?.hub.request('POST', '/v0/test-clock/advance', { seconds });
  await insistOnPlans(world);
  const told = Date.parse(textIn((await seat?.hub.request('GET', '/v0/test-clock'))?.body, 'now'));
  if (Number.isNaN(told))
    throw new InconclusiveError(
      "L'horloge de test ne se lit plus.",
      'Voir docs/profile/binding.md, section 6.',
    );
  clock.moveTo(told);
  const leftS = Math.ceil((until - told) / 1000);
  if (leftS > 0) await advanceClock(world, leftS);
  await world.settle();
}
