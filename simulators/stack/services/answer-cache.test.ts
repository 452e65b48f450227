import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerCache } from './answer-cache.ts';

test('an answer is kept up to its instant and not at it', () => {
  const cache = new AnswerCache<string>();
  cache.keep('/taxpayers/1?year=2026', 'ACTIVE', 1000);
  assert.equal(cache.find('/taxpayers/1?year=2026', 999), 'ACTIVE');
  assert.equal(cache.find('/taxpayers/1?year=2025', 999), null);
  assert.equal(cache.find('/taxpayers/1?year=2026', 1000), null);
});

test('what is good for no time is not kept', () => {
  const cache = new AnswerCache<string>();
  cache.keep('/manifests/bills/1', 'bill', 1000);
  assert.equal(cache.find('/manifests/bills/1', 1000), null);
});

test('the answer kept longest makes room: memory is bounded', () => {
  const cache = new AnswerCache<number>();
  for (let number = 0; number <= 10_000; number += 1) cache.keep(`/tariff/${number}`, number, 1);
  assert.equal(cache.find('/tariff/0', 0), null);
  assert.equal(cache.find('/tariff/1', 0), 1);
  assert.equal(cache.find('/tariff/10000', 0), 10_000);
});
