import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseMs } from './retry.ts';

const limits = { fastRetryMs: 900_000, slowRetryMs: 72 * 3_600_000 };

test('pauses double from one second to sixty, and are a quarter of an hour after the first quarter', () => {
  const first = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => pauseMs(attempts, 0, limits) / 1000);
  assert.deepEqual(first, [1, 2, 4, 8, 16, 32, 60, 60]);
  assert.equal(pauseMs(20, 899_999, limits), 60_000);
  assert.equal(pauseMs(21, 900_000, limits), 900_000);
});

test('shortened timers shorten the pauses with them', () => {
  const short = { fastRetryMs: 2_000, slowRetryMs: 10_000 };
  assert.deepEqual(
    [1, 2, 3].map((attempts) => pauseMs(attempts, 0, short)),
    [1000, 2000, 2000],
  );
});
