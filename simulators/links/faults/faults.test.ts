import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allFaults, faultNames } from './faults.ts';

test('every fault of the agreement is there, once, under the name of its file', () => {
  assert.deepEqual(faultNames, [
    'bandwidth',
    'cut',
    'flapping',
    'half-open',
    'latency',
    'reset',
    'duplicate',
    'garbled',
    'hold-back',
    'lost-answer',
    'lost-request',
    'reorder',
    'truncated',
  ]);
  assert.deepEqual(
    allFaults().map(({ name }) => name),
    faultNames,
  );
});

test('every fault has its French sentence, and no sentence stands for two', () => {
  const sentences = allFaults().flatMap(({ french }) => french);
  assert.equal(new Set(sentences).size, sentences.length);
  assert.ok(allFaults().every(({ french }) => french.length > 0));
});
