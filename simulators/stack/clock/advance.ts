import type { Pool } from 'pg';
import { statement } from '../database/transaction.ts';
import { ProblemError } from '../intake/problem-error.ts';
import type { StackContext } from '../stack-context.ts';
import type { StackClock } from './stack-clock.ts';

const OFFSET = 'clock-offset-ms';

const write = statement(
  'setting-write',
  `insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
);
const read = statement<{ value: string }>('setting-read', 'select value from setting where name = $1');

const MOST_ROUNDS = 20;

/** Timers are set from here on; each must still be a date that the profile can write, of four digits. */
const LAST_INSTANT = Date.UTC(9000, 0, 1);

/**
 * Moves the clock and keeps how far: a restarted stack goes on from the same time. Attempts under way come to their end
 * before, and those that the move sets off before it is over, so that a dead letter that falls due is there.
 * Moves asked for at once follow one another and add up.
 * @throws ProblemError BAD_REQUEST for a move beyond the last date
 */
export const advanceClock = (context: StackContext, seconds: number): Promise<void> =>
  context.clock.inTurn(() => move(context, seconds));

async function move({ pool, clock, outbox, services }: StackContext, seconds: number): Promise<void> {
  if (!(clock.now() + seconds * 1000 <= LAST_INSTANT))
    throw new ProblemError('BAD_REQUEST', `no further than ${new Date(LAST_INSTANT).toISOString()}`);
  await Promise.all([outbox.idle(), services?.idle()]);
  await write(pool, OFFSET, String(clock.offsetMs + seconds * 1000));
  await clock.advance(seconds * 1000);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await Promise.all([outbox.idle(), services?.idle()]);
    if ((await clock.advance(0)) === 0) return;
  }
}

/** Takes up the time of an earlier life. */
export async function restoreClock(pool: Pool, clock: StackClock): Promise<void> {
  const [row] = await read(pool, OFFSET);
  clock.restore(Number(row?.value ?? 0));
}
