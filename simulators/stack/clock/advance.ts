import type { Pool } from 'pg';
import { statement } from '../database/transaction.ts';
import type { StackContext } from '../stack-context.ts';
import type { StackClock } from './stack-clock.ts';

const OFFSET = 'clock-offset-ms';

const write = statement(
  'setting-write',
  `insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
);
const read = statement<{ value: string }>('setting-read', 'select value from setting where name = $1');

const MOST_ROUNDS = 20;

/**
 * Moves the clock and keeps how far: a restarted stack goes on from the same time. Attempts under way come to their end
 * before, and those that the move sets off before it is over, so that a dead letter that falls due is there.
 */
export async function advanceClock({ pool, clock, outbox }: StackContext, seconds: number): Promise<void> {
  await outbox.idle();
  await write(pool, OFFSET, String(clock.offsetMs + seconds * 1000));
  await clock.advance(seconds * 1000);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await outbox.idle();
    if ((await clock.advance(0)) === 0) return;
  }
}

/** Takes up the time of an earlier life. */
export async function restoreClock(pool: Pool, clock: StackClock): Promise<void> {
  const [row] = await read(pool, OFFSET);
  clock.restore(Number(row?.value ?? 0));
}
