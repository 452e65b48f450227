import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { WatchedServicePause } from '../../checks/service-calls.ts';
import { advanceClock } from '../stack-clock.ts';
import type { CorridorWorld } from '../world.ts';
import { callsTo, waitForCalls } from './service-desk.ts';

const watched = new WeakMap<CorridorWorld, WatchedServicePause[]>();

/** The pauses watched in a scenario so far. */
export function watchedServicePauses(world: CorridorWorld): WatchedServicePause[] {
  const pauses = watched.get(world) ?? [];
  watched.set(world, pauses);
  return pauses;
}

/** Lets the pauses between the tries of one request pass one after the other, each in two halves. */
export async function watchServicePauses(
  world: CorridorWorld,
  service: ServiceName,
  pauses: readonly number[],
): Promise<void> {
  await waitForCalls(world, service, 1);
  for (const seconds of pauses) {
    const before = world.recorded.length;
    const tries = callsTo(world, service).length;
    await advanceClock(world, seconds / 2);
    const halfway = world.recorded.length;
    await advanceClock(world, seconds / 2);
    await waitForCalls(world, service, tries + 1);
    watchedServicePauses(world).push({ seconds, before, halfway, after: world.recorded.length });
  }
}
