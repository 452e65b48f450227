import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import type { GuaranteeKind } from '../../../fixtures/movements/guarantee.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import { ContentWays } from './content-ways.ts';
import { wayKey } from './machines.ts';

const noticeUnder = (guaranteeKind: GuaranteeKind) =>
  generateMovement({
    random: createRandom(`content ways ${guaranteeKind}`),
    reference: loadReferenceData(),
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    salt: 'ways',
    sequence: 1,
    now: Date.UTC(2026, 8, 15, 12),
    overrides: { guaranteeKind },
  }).notice;

test('a way that ends a movement under an amount is looked for until a movement under one has gone it', () => {
  const [reserved, fund] = [noticeUnder('reservable'), noticeUnder('fund')];
  const row = movementTransitions.findIndex(({ when }) => when?.is.includes('FORCE_MAJEURE'));
  const ways = new ContentWays();
  const isLookedFor = () =>
    ways.unseenEndsUnderAmount(reserved).some((aim) => aim.from === 'SUSPENDED' && aim.row === row);
  assert.ok(isLookedFor());
  ways.note(fund, wayKey('SUSPENDED', row));
  assert.ok(isLookedFor());
  ways.note(reserved, wayKey('OVERDUE', row));
  assert.ok(isLookedFor());
  ways.note(reserved, wayKey('SUSPENDED', row));
  assert.ok(!isLookedFor());
});

test('ends are where a movement is over, and nothing is held for one under the fund', () => {
  const ways = new ContentWays();
  const ends = new Set(
    ways.unseenEndsUnderAmount(noticeUnder('reservable')).map(({ row = -1 }) => movementTransitions[row]?.to),
  );
  assert.deepEqual([...ends].sort(), ['CANCELLED', 'CLOSED_MANUALLY', 'DISCHARGED']);
  assert.deepEqual(ways.unseenEndsUnderAmount(noticeUnder('fund')), []);
});
