import { generateMovement, type MovementOverrides } from '../../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';

/** A movement from Lomé to Ouagadougou under a guarantee of the CCI-Togo with an amount. For tests only. */
export const movementForTests = (sequence: number, overrides: MovementOverrides = {}): Movement =>
  generateMovement({
    random: createRandom(`doubles ${sequence}`),
    reference: loadReferenceData(),
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    salt: 'doubles',
    sequence,
    now: Date.parse('2026-11-22T12:00:00Z'),
    overrides: { guaranteeKind: 'reservable', ...overrides },
  });
