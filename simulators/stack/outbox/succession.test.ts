import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delivery } from './delivery.ts';
import { Succession } from './succession.ts';

const delivery = (cursor: number): Delivery => ({
  recipient: 'TG',
  cursor,
  sender: 'BF',
  messageId: `${cursor}`,
  messageType: 'AT05',
  orderKey: 'movement',
  late: false,
  attempts: 0,
  firstAttemptAt: null,
  nextAttemptAt: null,
  bytes: null,
});

/** What passed, and a promise of it being that many. */
function follow(readBetween: ConstructorParameters<typeof Succession>[1] = async () => []) {
  const passed: number[] = [];
  let [least, wake] = [0, (): void => undefined];
  const succession = new Succession(({ cursor }) => {
    passed.push(cursor);
    if (passed.length >= least) wake();
  }, readBetween);
  const until = (count: number): Promise<void> => {
    least = count;
    return passed.length >= count ? Promise.resolve() : new Promise((resolve) => (wake = resolve));
  };
  return { succession, passed, until };
}

test('one that is heard of before the one before it waits for it', () => {
  const { succession, passed } = follow();
  succession.startAfter(462);
  succession.take(delivery(464));
  assert.deepEqual(passed, []);
  succession.take(delivery(463));
  assert.deepEqual(passed, [463, 464]);
  succession.close();
});

test('until it is known where an earlier life ended all wait, and what that life left is not taken twice', () => {
  const { succession, passed } = follow();
  for (const cursor of [7, 6, 8]) succession.take(delivery(cursor));
  assert.deepEqual(passed, []);
  succession.startAfter(6);
  assert.deepEqual(passed, [7, 8]);
  succession.close();
});

test('a gap that lasts is filled from the database, and who comes after all is not taken twice', async () => {
  const asked: number[][] = [];
  const { succession, passed, until } = follow(async (after, before) => {
    asked.push([after, before]);
    return [delivery(2)]; // 1 has ended meanwhile
  });
  succession.startAfter(0);
  succession.take(delivery(3));
  await until(2);
  succession.take(delivery(2));
  succession.take(delivery(4));
  assert.deepEqual([asked, passed], [[[0, 3]], [2, 3, 4]]);
  succession.close();
});

test('a database that does not answer is asked again', async () => {
  let asked = 0;
  const { succession, passed, until } = follow(async () => {
    asked += 1;
    if (asked === 1) throw new Error('gone');
    return [delivery(1)];
  });
  succession.startAfter(0);
  succession.take(delivery(2));
  await until(2);
  assert.deepEqual([asked, passed], [2, [1, 2]]);
  succession.close();
});
