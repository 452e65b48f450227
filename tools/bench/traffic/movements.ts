import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

/** Movements without end, one corridor after the other, both directions. */
export function* movements(salt: string): Generator<Movement, never> {
  const random = createRandom(salt);
  const reference = loadReferenceData();
  const corridors = [...reference.corridors.keys()];
  for (let sequence = 1; ; sequence += 1) {
    const corridor = corridors[sequence % corridors.length] ?? '';
    yield generateMovement({ random, reference, corridor, salt, sequence, now: NOW });
  }
}

/** Takes that many and keeps none. */
export function skip(source: Generator<Movement, never>, count: number): void {
  for (let taken = 0; taken < count; taken += 1) source.next();
}
