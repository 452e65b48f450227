import type { ServiceDoubles } from '../../simulators/services/index.ts';
import type { Environment } from './environment.ts';
import { NotApplicableError } from './errors.ts';
import { leaveAsFound, letAllFallDue, type QueueBefore, queuesBefore } from './leave-as-found.ts';
import { MADE_TO_MEASURE } from './progress.ts';
import { restoreReferenceData } from './restore-reference-data.ts';
import type { StackNeeds } from './targets/target.ts';
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

/**
 * Takes a stack of its own with needs beyond the ordinary, in a scenario tagged `@sur-mesure`, before anything is sent.
 * @throws NotApplicableError where the target has one stack only, or this machine cannot give what is needed
 */
export async function furnish(world: CorridorWorld, needs: StackNeeds): Promise<void> {
  const environment = await insistOnLender(world.run.settings.madeToMeasure)(needs);
  moveInto(world, environment, environment);
}

/**
 * The same, with a stack that asks national services.
 * @returns the doubles of the services
 */
export async function furnishWithServices(world: CorridorWorld): Promise<ServiceDoubles> {
  const lent = await insistOnLender(world.run.settings.serviced)();
  moveInto(world, lent.environment, lent);
  return lent.doubles;
}

function moveInto(world: CorridorWorld, environment: Environment, lent: AsyncDisposable): void {
  world.onClose(async () => lent[Symbol.asyncDispose]());
  world.environment = environment;
  world.alone = true;
}

function insistOnLender<Lend>(lend: Lend | undefined): Lend {
  if (lend !== undefined) return lend;
  throw new NotApplicableError(
    'Cette cible ne nous donne pas de pile sur mesure.',
    'Choisissez la cible de référence.',
  );
}
