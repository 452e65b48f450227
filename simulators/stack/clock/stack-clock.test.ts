import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StackClock } from './stack-clock.ts';

const standing = (): StackClock => new StackClock({ now: () => 1_000_000 });

test('moving the clock rings every alarm on the way in order, each at its instant, and none beyond', async () => {
  const clock = standing();
  const rung: [name: string, at: number][] = [];
  clock.at(1_003_000, () => void rung.push(['second', clock.now()]));
  clock.at(1_001_000, () => void rung.push(['first', clock.now()]));
  clock.at(1_009_000, () => void rung.push(['beyond', clock.now()]));
  assert.equal(await clock.advance(5_000), 2);
  assert.deepEqual(rung, [
    ['first', 1_001_000],
    ['second', 1_003_000],
  ]);
  assert.equal(clock.now(), 1_005_000);
  clock.close();
});

test('an alarm set by an alarm rings in the same move when it falls due in it', async () => {
  const clock = standing();
  const rung: number[] = [];
  clock.at(1_001_000, () => {
    clock.at(1_002_000, () => void rung.push(clock.now()));
  });
  await clock.advance(2_000);
  assert.deepEqual(rung, [1_002_000]);
  clock.close();
});

test('a cancelled alarm does not ring, and a move waits for what an alarm does', async () => {
  const clock = standing();
  let done = false;
  clock.at(1_001_000, () => assert.fail('cancelled')).cancel();
  clock.at(1_001_500, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done = true;
  });
  await clock.advance(2_000);
  assert.equal(done, true);
  clock.close();
});

test('moving the clock waits for an alarm that rang by itself and is not over', async () => {
  const clock = new StackClock({ now: Date.now });
  const rang = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  clock.at(clock.now(), () => {
    rang.resolve();
    return over.promise;
  });
  await rang.promise;
  const order: string[] = [];
  const moved = clock.advance(1_000).then(() => order.push('moved'));
  setImmediate(() => {
    order.push('over');
    over.resolve();
  });
  await moved;
  assert.deepEqual(order, ['over', 'moved']);
  clock.close();
});
