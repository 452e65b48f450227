import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StackContext } from '../stack-context.ts';
import { advanceClock } from './advance.ts';
import { StackClock } from './stack-clock.ts';

/** A stack with nothing but a clock that stands still, and a setting that is never read back. */
function standing(): { context: StackContext; clock: StackClock; written: unknown[] } {
  const clock = new StackClock({ now: () => 0 });
  const written: unknown[] = [];
  const query = async ({ values }: { values: unknown[] }) => {
    written.push(values[1]);
    return { rows: [] };
  };
  const outbox = { idle: async () => undefined };
  return { context: { clock, outbox, pool: { query } } as unknown as StackContext, clock, written };
}

test('moves of the test clock asked for at once add up, in memory and in the database', async () => {
  const { context, clock, written } = standing();
  await Promise.all([100, 1_000, 10_000].map((seconds) => advanceClock(context, seconds)));
  assert.equal(clock.offsetMs, 11_100_000);
  assert.equal(written.at(-1), '11100000');
  clock.close();
});

test('many moves together cannot take the test clock where no date can follow', async () => {
  const { context, clock } = standing();
  const sixThousandYears = 6_000 * 365 * 86_400;
  const moves = await Promise.allSettled([1, 2].map(() => advanceClock(context, sixThousandYears)));
  assert.deepEqual(
    moves.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
  assert.equal(clock.offsetMs, sixThousandYears * 1000);
  clock.close();
});
