import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from '../checks/check.ts';
import { HarnessClock } from './harness-clock.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

const NOW = Date.UTC(2026, 8, 15, 12);
const DAY_S = 86_400;

/** A world whose stack answers every move of its clock with this. */
function worldTold(body: unknown, judge?: CorridorWorld['judge']) {
  const clock = new HarnessClock({ now: () => NOW });
  const seat = { straight: { request: async () => ({ status: 200, body }) } };
  const environment = { clock, seats: new Map([['TG', seat]]) } as unknown as CorridorWorld['environment'];
  return { environment, settle: async () => undefined, ...(judge && { judge }) };
}

test('the countries follow a clock that goes where it was moved', async () => {
  const world = worldTold({ now: '2026-09-16T12:00:01.000Z' });
  await advanceClock(world, DAY_S);
  assert.equal(world.environment.clock.now(), NOW + DAY_S * 1000 + 1000);
});

test('a clock that goes elsewhere is told by its own answer, and nobody follows it', async () => {
  for (const now of ['+275760-09-13T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '2026-09-15T12:00:00Z']) {
    const world = worldTold({ now });
    await assert.rejects(advanceClock(world, DAY_S), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'INCONCLUSIVE');
      return error.message.includes('horloge de test') && error.message.includes(now);
    });
    assert.equal(world.environment.clock.now(), NOW);
  }
});

test('a scenario judges the clock by its requirement', async () => {
  const judged: Observation[] = [];
  const world = worldTold({ now: '1970-01-01T00:00:00.000Z' }, (seen) => void judged.push(...seen));
  await assert.rejects(advanceClock(world, DAY_S));
  assert.deepEqual(
    judged.map(({ ok, requirement }) => ({ ok, requirement })),
    [{ ok: false, requirement: 'TST-005' }],
  );
});
