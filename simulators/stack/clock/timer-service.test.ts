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

test('timers that fall due while one is fired wait for it, and each is fired once', {
  timeout: 30_000,
}, async (context) => {
  const server = await StackProcess.start();
  const { pool, close } = await openDatabase(server.otherDatabase(`timers_${process.pid}`), HOST);
  const clock = new StackClock({ now: Date.now });
  context.after(async () => {
    clock.close();
    await close();
    await server[Symbol.asyncDispose]();
  });
  const fired: string[] = [];
  const [first, all] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let [now, most] = [0, 0];
  const fire = async (timer: DueTimer): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    fired.push(timer.reference);
    await first.promise;
    await takeTimer(pool, timer);
    now -= 1;
    if (fired.length >= TIMERS) all.resolve();
  };
  const timers = new TimerService(pool, clock, pino({ level: 'silent' }), fire);
  const names = Array.from({ length: TIMERS }, (_, at) => `T${String(at).padStart(2, '0')}`);
  const last = Promise.withResolvers<void>();
  for (const [at, reference] of names.entries()) {
    const dueAt = clock.now() + at;
    await setTimer(pool, 'limit-date', reference, dueAt);
    timers.expect(dueAt);
  }
  // The first is still being fired when the last one falls due.
  clock.at(clock.now() + TIMERS, last.resolve);
  await last.promise;
  first.resolve();
  await all.promise;
  assert.deepEqual(fired, names);
  assert.equal(most, 1);
});
