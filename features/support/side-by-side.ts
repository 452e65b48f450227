import type { Movement } from '../../fixtures/movements/movement.ts';
import type { ExpectedBook } from '../checks/ledger-events.ts';
import { HarnessError } from './errors.ts';
import { journeyOf, type Stage, stages } from './scenario-movement.ts';
import type { CorridorWorld } from './world.ts';

/** Movements with the stage that each is to reach, their messages sent abreast: one of each at once, then the next of each. */
export async function advanceTogether(
  world: CorridorWorld,
  goals: readonly { readonly movement: Movement; readonly stage: Stage }[],
): Promise<void> {
  const journeys = goals.map(({ movement, stage }) =>
    journeyOf(movement).filter((step) => stages.indexOf(step.stage) <= stages.indexOf(stage)),
  );
  const longest = Math.max(...journeys.map(({ length }) => length));
  for (let nth = 0; nth < longest; nth += 1) {
    const steps = journeys.flatMap((journey) => journey[nth] ?? []);
    await Promise.all(steps.map(({ from, name, payload }) => world.send(from, name, payload)));
  }
}

/** What the ledger must say of each: its state, one for each movement of the scenario, and the messages sent about it. */
export async function booksOf(world: CorridorWorld, states: readonly string[]): Promise<ExpectedBook[]> {
  const { length } = world.movements;
  if (states.length !== length)
    throw new HarnessError(
      'SCENARIO_ORDER',
      `Impossible de juger ${states.length} mouvements : le scénario en a ${length}.`,
      'Corrigez le nombre.',
    );
  await world.settle();
  for (const { reference, departureCountry } of world.movements)
    await world.seat(departureCountry).query(reference);
  return world.movements.map(({ reference }, index) => ({
    transitReference: reference,
    state: states[index] ?? '',
    messageIds: world.sent
      .filter(({ message }) => message.payload['transitReference'] === reference)
      .map(({ message }) => message.messageId),
  }));
}
