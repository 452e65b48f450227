import type { MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { HarnessError } from './errors.ts';
import { type Stage, stepsBetween } from './scenario-movement.ts';
import { advanceTogether } from './side-by-side.ts';
import type { CorridorWorld } from './world.ts';

/** So many movements on one road, all brought to the same stage, their messages in turn. */
export async function bringTogether(
  world: CorridorWorld,
  count: number,
  corridor: string,
  stage: Stage,
  overridesAt: (place: number) => MovementOverrides = () => ({}),
): Promise<void> {
  const goals = Array.from({ length: count }, (_, nth) => ({
    movement: world.prepare(corridor, overridesAt(nth + 1)),
    stage,
  }));
  await advanceTogether(world, goals);
}

/** The parts of one bill of lading, by their number. */
export const onOneBill =
  (world: CorridorWorld, parts: number) =>
  (part: number): MovementOverrides => ({
    transportDocument: { reference: `FICTBL-${world.run.settings.salt}`, part, parts },
  });

/** The movement of this place among those of the scenario, counted from 1. */
export function movementAt(world: CorridorWorld, place: number): Movement {
  const movement = world.movements[place - 1];
  if (movement) return movement;
  const seen = `Le scénario n'a que ${world.movements.length} mouvements, il parle du n° ${place}.`;
  throw new HarnessError('SCENARIO_ORDER', seen, 'Corrigez le numéro.');
}

/** Sends the messages that bring one of the movements from a stage to another. */
export async function goOn(world: CorridorWorld, place: number, from: Stage, to: Stage): Promise<void> {
  for (const step of stepsBetween(movementAt(world, place), from, to))
    await world.send(step.from, step.name, step.payload);
}
