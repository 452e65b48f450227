import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readListenerLimits } from './limit-options.ts';
import { listenerLimits } from './limits.ts';

test('limits that are given stand over the others', () => {
  assert.deepEqual(readListenerLimits('{"faults":3}'), { ...listenerLimits, faults: 3 });
  assert.deepEqual(readListenerLimits(undefined), listenerLimits);
});

test('a limit of another name, a text and a broken object are refused with what is known', () => {
  for (const text of ['{"fault":3}', '{"faults":"3"}', '{"faults":0}', '{', '[]'])
    assert.throws(() => readListenerLimits(text), { code: 'TRACKING_LIMITS_NOT_VALID', exitCode: 4 });
});
