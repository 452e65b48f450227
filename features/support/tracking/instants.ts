import type { CorridorWorld } from '../world.ts';
import { trackingOf } from './tracking-desk.ts';
import { secondsOf } from './tracking-words.ts';

/** An instant of the tracking day, ISO 8601 UTC. @param seconds after it began */
export const instantAfter = (world: CorridorWorld, seconds: number): string =>
  new Date(trackingOf(world).beganAt + seconds * 1000).toISOString();

/** Instants in one line: `5 min, 20 min, 1 h 05`. */
export const instantsAfter = (world: CorridorWorld, list: string): string[] =>
  list.split(', ').map((one) => instantAfter(world, secondsOf(one)));
