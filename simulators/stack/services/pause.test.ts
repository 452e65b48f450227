import assert from 'node:assert/strict';
import { test } from 'node:test';
import { servicePauseMs } from './pause.ts';

test('pauses are 1, 2 and 4 s, then double up to five minutes', () => {
  const pauses = Array.from({ length: 12 }, (_, index) => servicePauseMs(index + 1, 300_000) / 1000);
  assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  assert.equal(servicePauseMs(100_000, 300_000), 300_000);
});

test('a shortened longest pause shortens them all', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map((attempts) => servicePauseMs(attempts, 3000)),
    [1000, 2000, 3000, 3000],
  );
});
