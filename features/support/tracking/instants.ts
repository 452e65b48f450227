import type { CorridorWorld } from '../world.ts';
import { readingOf, type Said } from './readings.ts';
import { trackingOf } from './tracking-desk.ts';
import { secondsOf } from './tracking-words.ts';

/** Instants of a scenario's day, `40 min, 1 h 40`: ISO 8601 UTC. */
export const instantsOf = (world: CorridorWorld, list: string): string[] =>
  list.split(', ').map((cell) => new Date(trackingOf(world).beganAt + secondsOf(cell) * 1000).toISOString());

/** The device reports at this moment of the test clock, to the second: what was moved by hours is behind it. */
export async function reportNow(world: CorridorWorld, said: Omit<Said, 'afterSeconds'>): Promise<void> {
  const desk = trackingOf(world);
  const afterSeconds = Math.floor((world.environment.clock.now() - desk.beganAt) / 1000);
  await desk.report(desk.current, [readingOf(world, { ...said, afterSeconds })]);
}
