import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { openDatabase } from '../database/database.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { StackClock } from './stack-clock.ts';
import { TimerService } from './timer-service.ts';
import { type DueTimer, setTimer, takeTimer } from './timer-table.ts';

const HOST = { env: {}, pid: process.pid, isAlive: () => true };
const TIMERS = 20;

test('timers that fall due while one is fired wait for it, and each is fired once', async (context) => {
  const server = await StackProcess.start();
  context.after(() => server[Symbol.asyncDispose]());
  const { pool, close } = await openDatabase(server.otherDatabase(`timers_${process.pid}`), HOST);
  context.after(close);
  const clock = new StackClock({ now: Date.now });
  const fired: string[] = [];
  const all = Promise.withResolvers<void>();
  let [now, most] = [0, 0];
  const fire = async (timer: DueTimer): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    // Longer than the next one takes to fall due.
    await pool.query('select pg_sleep(0.01)');
    if (await takeTimer(pool, timer)) fired.push(timer.reference);
    now -= 1;
    if (fired.length === TIMERS) all.resolve();
  };
  const timers = new TimerService(pool, clock, pino({ level: 'silent' }), fire);
  const due = Array.from({ length: TIMERS }, (_, at) => ({
    reference: `T${at}`,
    dueAt: clock.now() + at * 3,
  }));
  for (const { reference, dueAt } of due) {
    await setTimer(pool, 'limit-date', reference, dueAt);
    timers.expect(dueAt);
  }
  await all.promise;
  assert.deepEqual(fired.toSorted(), due.map(({ reference }) => reference).toSorted());
  assert.equal(most, 1);
});
