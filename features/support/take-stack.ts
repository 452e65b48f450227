import { leaveAsFound, letAllFallDue, type QueueBefore, queuesBefore } from './leave-as-found.ts';
import { MADE_TO_MEASURE } from './progress.ts';
import { restoreReferenceData } from './restore-reference-data.ts';
import type { CorridorWorld } from './world.ts';

/**
 * Gives a scenario the stack that its tags ask for. An exclusive one gets a stack of its own, where there are several; one that
 * only moves the clock shares a stack with its like; one made to measure waits for the step that tells the needs.
 * @param leave undoes all that, when the scenario ends
 * @returns where the queues of a stack that others used before stand
 */
export async function takeStack(
  world: CorridorWorld,
  tags: readonly string[],
  leave: AsyncDisposableStack,
): Promise<Map<string, QueueBefore>> {
  const { exclusive: lend, clocked } = world.run.settings;
  const exclusive = tags.includes('@exclusif');
  if (lend === undefined) leave.defer(() => restoreReferenceData(world).catch(() => undefined));
  else if (tags.includes(MADE_TO_MEASURE)) return new Map();
  if (exclusive && lend) {
    world.environment = leave.use(await lend());
    world.alone = true;
  } else if (exclusive) {
    if (tags.includes('@horloge')) await letAllFallDue(world);
    leave.defer(() => leaveAsFound(world).catch(() => undefined)); // the next one tells
    return queuesBefore(world.environment.seats);
  } else if (tags.includes('@horloge') && clocked) world.environment = await clocked();
  return new Map();
}
