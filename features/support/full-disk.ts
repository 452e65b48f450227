import { HarnessError, InconclusiveError } from './errors.ts';
import { attempt } from './patient-traffic.ts';
import type { StackUnderTest } from './targets/target.ts';
import type { CorridorWorld } from './world.ts';

const ACCEPTED = 202;

/** The disk under the tables of this stack. */
export function diskOf({ environment }: CorridorWorld): NonNullable<StackUnderTest['disk']> {
  const { disk } = environment.stack;
  if (disk) return disk;
  throw new HarnessError(
    'SCENARIO_ORDER',
    'Le disque de ce hub ne peut pas se remplir.',
    'Commencez par « Étant donné un hub dont le disque peut se remplir ».',
  );
}

/**
 * The countries of departure announce the movements of the scenario, each once, until the hub takes no more: pages that were begun
 * still have room.
 */
export async function sendUntilRefused(world: CorridorWorld): Promise<void> {
  for (const { departureCountry, notice } of world.movements) {
    const { submission } = await attempt(
      world,
      world.seat(departureCountry).compose('TransitNotice', notice),
    );
    if (submission.status !== ACCEPTED) return;
  }
  throw new InconclusiveError(
    'Le disque plein, le hub a encore tout pris : il lui restait de la place.',
    'Donnez plus de camions au scénario.',
  );
}
