import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './eventually.ts';

const clock = { now: () => performance.now() };

test('a probe that satisfies at once is asked once', async () => {
  const { satisfied, attempts } = await eventually(async () => 1, {
    until: (n) => n === 1,
    withinMs: 1000,
    clock,
  });
  assert.deepEqual([satisfied, attempts], [true, 1]);
});

test('when the time is up the last observation, the attempts and the time are told', async () => {
  let asked = 0;
  const waited = await eventually(async () => ++asked, { until: () => false, withinMs: 20, clock });
  assert.equal(waited.satisfied, false);
  assert.equal(waited.last, waited.attempts);
  assert.ok(waited.attempts > 1 && waited.elapsedMs >= 20);
});

test('a probe that throws ends the wait with its own error', async () => {
  const probe = async () => {
    throw new RangeError('gone');
  };
  await assert.rejects(eventually(probe, { until: () => true, withinMs: 1000, clock }), RangeError);
});
