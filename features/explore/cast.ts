import type { MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import { generateMovement } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { createRandom, type Random } from '../../fixtures/random.ts';
import type { MovementSpec } from './move.ts';
import type { Scene } from './scene.ts';
import { DAY_MS, HOUR_MS } from './units.ts';

/** Chance for the content of a movement. */
export const contentRandom = (seed: number): Random => createRandom(`sequence ${seed}`);

/** Draws a movement of a sequence: the same content each time, under identifiers of its own. */
export function drawMovement(scene: Scene, spec: MovementSpec): Movement {
  const { corridor, seed, items, load, guarantee, monthEnd } = spec;
  const overrides: MovementOverrides = {
    guaranteeKind: guarantee,
    ...(items !== undefined && { itemCount: items }),
    ...(load === 'empty' && { empty: true }),
    ...(load === 'unsealed' && { sealCount: 0 }),
  };
  const random = () => contentRandom(seed);
  if (!monthEnd) return scene.draw(random(), corridor, overrides);
  const now = scene.environment.clock.now();
  return scene.draw(random(), corridor, { ...overrides, ...atMonthEnd(scene, spec, overrides, now) });
}

/**
 * The same journey, moved so that the first border is passed on the last day of a month, and its time limit falls on the
 * last day of another.
 */
function atMonthEnd(
  { reference }: Scene,
  { corridor, seed }: MovementSpec,
  overrides: MovementOverrides,
  now: number,
): MovementOverrides {
  const random = contentRandom(seed);
  const probe = generateMovement({ random, reference, corridor, salt: 'probe', sequence: 1, now, overrides });
  const first = Date.parse(probe.passages[0]?.passedAt ?? probe.release.releasedAt);
  const releasedAt = Date.parse(probe.release.releasedAt);
  const wanted = lastDay(first, -1) + (first % DAY_MS);
  const limitAt = lastDay(now + 3 * DAY_MS, 0) + 12 * HOUR_MS;
  return { releasedAt: releasedAt - (first - wanted), limitAt };
}

/** Midnight (UTC) of the last day of the month of an instant, or of the month before. */
export function lastDay(instant: number, months: -1 | 0): number {
  const date = new Date(instant);
  const own = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  return months === 0 ? own : Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 0);
}
