import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from './in-turn.ts';

test('all is done in order whatever fails of it, and the first failure is told', async () => {
  const done: string[] = [];
  const act = (name: string, failure?: Error) => async (): Promise<void> => {
    done.push(name);
    if (failure) throw failure;
  };
  const acts = [act('one', new Error('first')), act('two', new Error('second')), act('three')];
  await assert.rejects(inTurn(acts), { message: 'first' });
  assert.deepEqual(done, ['one', 'two', 'three']);
  await inTurn([act('four')]);
});
