import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { StackClock } from '../clock/stack-clock.ts';
import { composeHooks } from '../hooks.ts';
import type { Delivery } from './delivery.ts';
import { RecipientQueue } from './recipient-queue.ts';

const HOUR_MS = 3_600_000;
const FIRST_ATTEMPT = 1_000 * HOUR_MS;
const DEAD_AT = FIRST_ATTEMPT + 72 * HOUR_MS;

const delivery = (): Delivery => ({
  recipient: 'NE',
  cursor: 1,
  sender: 'TG',
  messageId: 'm1',
  messageType: 'AT05',
  orderKey: 'movement',
  late: false,
  attempts: 300,
  firstAttemptAt: FIRST_ATTEMPT,
  nextAttemptAt: DEAD_AT + HOUR_MS,
  bytes: null,
});

/** A queue of a seat without an address, on a database that refuses so many burials; the instants at which one was tried. */
function queueOn(clock: StackClock, refusals: number): { queue: RecipientQueue; tried: number[] } {
  const tried: number[] = [];
  const queue = new RecipientQueue('NE', {
    clock,
    hooks: composeHooks([]),
    log: pino({ level: 'silent' }),
    limits: { fastRetryMs: HOUR_MS / 4, slowRetryMs: 72 * HOUR_MS },
    acknowledgementMs: 30_000,
    unavailableUntil: () => null,
    suspendedMs: () => 0,
    bytesOf: async () => Buffer.alloc(0),
    openBetween: async () => [],
    ended: () => undefined,
    failed: async () => undefined,
    bury: async () => {
      tried.push(clock.now() - DEAD_AT);
      if (tried.length <= refusals) throw new Error('connect ECONNREFUSED');
    },
  });
  return { queue, tried };
}

test('a dead letter that the database cannot take is tried again every second, no faster', async () => {
  const clock = new StackClock({ now: () => DEAD_AT - HOUR_MS });
  const { queue, tried } = queueOn(clock, 3);
  queue.add(delivery());
  await clock.advance(HOUR_MS);
  assert.deepEqual(tried, [0]);
  await clock.advance(10_000);
  assert.deepEqual(tried, [0, 1000, 2000, 3000]);
  queue.close();
  clock.close();
});

test('the same when it was due long before, in an earlier life', async () => {
  const clock = new StackClock({ now: () => DEAD_AT + 5000 });
  const { queue, tried } = queueOn(clock, 2);
  queue.add(delivery());
  await clock.advance(0);
  assert.deepEqual(tried, [5000]);
  await clock.advance(10_000);
  assert.deepEqual(tried, [5000, 6000, 7000]);
  queue.close();
  clock.close();
});
