import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodsKindOf, withinTolerance } from './tolerances.ts';

test('two per cent of clinker is tolerated in both directions, a gram more is not', () => {
  assert.equal(withinTolerance('bulk', 28_000, 28_560), true);
  assert.equal(withinTolerance('bulk', 28_000, 27_440), true);
  assert.equal(withinTolerance('bulk', 28_000, 28_560.001), false);
});

test('fuel and packed goods have narrower tolerances', () => {
  assert.equal(withinTolerance('liquid', 10_000, 10_050), true);
  assert.equal(withinTolerance('liquid', 10_000, 10_051), false);
  assert.equal(withinTolerance('packed', 10_000, 10_100), true);
  assert.equal(withinTolerance('packed', 10_000, 10_101), false);
});

test('the kind of goods follows from the package code', () => {
  assert.deepEqual(['VL', 'VR', 'BG'].map(goodsKindOf), ['liquid', 'bulk', 'packed']);
});
