import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interleave, median, pairUp, reachesRatio, staysBelow, staysWithinLimit } from './benchmark.ts';

test('the median is the middle, the mean of both middles, and nothing without values', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 9]), 3);
  assert.throws(() => median([]), RangeError);
});

test('sides are measured in turn, and each gets its own median', async () => {
  const order: string[] = [];
  const side = (name: string, values: number[]) => async () => {
    order.push(name);
    return values.shift() ?? 0;
  };
  const medians = await interleave(3, { a: side('a', [1, 8, 2]), b: side('b', [5, 5, 7]) });
  assert.deepEqual(order, ['a', 'b', 'a', 'b', 'a', 'b']);
  assert.deepEqual(medians, { a: 2, b: 5 });
});

test('a ratio of rounds is their median, whatever the machine did between them', async () => {
  const side = (values: number[]) => async () => values.shift() ?? 0;
  const seen = await pairUp(3, { ours: side([9, 90, 30]), peer: side([10, 100, 20]) }, 1_000);
  assert.deepEqual(seen, { ours: 30, peer: 20, ratio: 0.9, rounds: 3 });
  assert.equal(reachesRatio({ ...seen, name: 'n', peerName: 'p', unit: 's' }, 1).holds, false);
});

test('no round is begun after the time is over, and one always is', async () => {
  let measured = 0;
  await interleave(5, { only: async () => ++measured }, -1);
  assert.equal(measured, 1);
});

test('a rate is judged by its ratio, a time by its own limit, whatever the peer does', () => {
  const sides = { name: 'n', ours: 6, peer: 5, peerName: 'p', unit: 's' };
  assert.equal(reachesRatio(sides, 1.2).holds, true);
  assert.equal(reachesRatio(sides, 1.3).holds, false);
  assert.deepEqual(staysBelow(sides, 5), { ...sides, ratio: 1.2, reach: '<= 5 s', holds: false });
  assert.equal(staysWithinLimit({ name: 'n', ours: 6, unit: 's' }, 12).ratio, 0.5);
});
