import type { CorridorWorld } from './world.ts';

/** A country asks for a movement by what it knows of it, and waits until the answer is out. */
export async function ask(
  world: CorridorWorld,
  country: string,
  by: object,
  scope: string,
  recipient = 'hub',
): Promise<void> {
  const payload = { by, scope, reason: 'Camion présenté au bureau' };
  await world.send(country, 'MovementQuery', payload, { recipient });
  await world.settle();
}

/** The same for the current movement, by its transit reference. */
export const askFor = (
  world: CorridorWorld,
  country: string,
  scope: string,
  recipient?: string,
): Promise<void> => ask(world, country, { transitReference: world.movement.reference }, scope, recipient);

/** What was asked last, and about which movement. */
export function queryOf(world: CorridorWorld) {
  const { message } = world.lastSent('MovementQuery');
  return { ...message, transitReference: world.movement.reference };
}
