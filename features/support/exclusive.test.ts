import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Environment } from './environment.ts';
import { SharedEnvironment, Spares } from './exclusive.ts';

/** Counts what is started and ended. */
function workshop() {
  const count = { started: 0, ended: 0 };
  const start = async (): Promise<Environment> => {
    count.started += 1;
    const end = async (): Promise<void> => {
      count.ended += 1;
    };
    return { [Symbol.asyncDispose]: end } as unknown as Environment;
  };
  return { count, start };
}

test('as many are started ahead as will be wanted, at most two, and none for nobody', async () => {
  const { count, start } = workshop();
  const spares = new Spares(start, 2);
  assert.equal(count.started, 0);
  spares.expect(3);
  assert.equal(count.started, 0);
  spares.fill();
  assert.equal(count.started, 2);
  for (let lent = 0; lent < 3; lent += 1) await (await spares.lend())[Symbol.asyncDispose]();
  assert.equal(count.started, 3);
  await spares[Symbol.asyncDispose]();
  assert.deepEqual(count, { started: 3, ended: 3 });
});

test('those that nobody took are ended with the run', async () => {
  const { count, start } = workshop();
  const spares = new Spares(start, 2);
  spares.expect(5);
  spares.fill();
  await spares[Symbol.asyncDispose]();
  assert.deepEqual(count, { started: 2, ended: 2 });
});

test('unless told to fill, the first is started when it is wanted, and the next ones ahead', async () => {
  const { count, start } = workshop();
  const spares = new Spares(start, 2);
  spares.expect(3);
  const first = await spares.lend();
  assert.equal(count.started, 3);
  await first[Symbol.asyncDispose]();
  await spares[Symbol.asyncDispose]();
  assert.deepEqual(count, { started: 3, ended: 3 });
});

test('a start that fails is told to the scenario that wanted it, and the next one starts anew', async () => {
  const { start } = workshop();
  let refused = false;
  const spares = new Spares(() => {
    if (refused) return start();
    refused = true;
    return Promise.reject(new RangeError('no room'));
  }, 1);
  spares.expect(2);
  spares.fill();
  await assert.rejects(spares.lend(), RangeError);
  await spares.lend();
  await spares[Symbol.asyncDispose]();
});

test('a shared environment is started once, for the first who asks, and ended once', async () => {
  const { count, start } = workshop();
  const shared = new SharedEnvironment(start);
  await shared[Symbol.asyncDispose]();
  assert.equal(count.started, 0);
  assert.equal(await shared.get(), await shared.get());
  await shared[Symbol.asyncDispose]();
  assert.deepEqual(count, { started: 1, ended: 1 });
});
