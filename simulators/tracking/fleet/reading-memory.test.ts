import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadingMemory } from './reading-memory.ts';
import { readingAt } from './testing/reading-at.ts';

function memoryOf(most: number, ...times: number[]): ReadingMemory {
  const memory = new ReadingMemory(most);
  for (const at of times) memory.add(readingAt(at), false);
  return memory;
}

const times = ({ readings }: { readings: readonly { at: number }[] }) => readings.map(({ at }) => at);

test('oldest first: a batch of the oldest, in order of time', () => {
  const memory = memoryOf(10, 1, 2, 3, 4, 5);
  assert.deepEqual(times(memory.take('oldest-first', 2)), [1, 2]);
  assert.deepEqual(times(memory.take('oldest-first', 9)), [3, 4, 5]);
  assert.deepEqual(times(memory.take('oldest-first', 9)), []);
});

test('newest first: a batch of the newest, the newest in front', () => {
  const memory = memoryOf(10, 1, 2, 3, 4, 5);
  assert.deepEqual(times(memory.take('newest-first', 2)), [5, 4]);
  memory.add(readingAt(6), false);
  assert.deepEqual(times(memory.take('newest-first', 9)), [6, 3, 2, 1]);
});

test('one frame holds stored readings or live ones, never both', () => {
  const mixed = () => {
    const memory = new ReadingMemory(10);
    for (const at of [1, 2, 3, 4]) memory.add(readingAt(at), at <= 2);
    return memory;
  };
  assert.deepEqual(mixed().take('oldest-first', 9), { readings: [1, 2].map(readingAt), stored: true });
  assert.deepEqual(mixed().take('newest-first', 9), { readings: [4, 3].map(readingAt), stored: false });
});

test('a full memory forgets the oldest and says so', () => {
  const memory = new ReadingMemory(3);
  const forgotten = [1, 2, 3, 4, 5].map((at) => memory.add(readingAt(at), true));
  assert.deepEqual(forgotten, [[], [], [], [readingAt(1)], [readingAt(2)]]);
  assert.deepEqual(times(memory.take('oldest-first', 9)), [3, 4, 5]);
});

test('thousands that come and go at both ends come out once each', () => {
  const memory = new ReadingMemory(1_000);
  const seen: number[] = [];
  for (let at = 1; at <= 5_000; at += 1) {
    memory.add(readingAt(at), false);
    if (at % 3 === 0) seen.push(...times(memory.take('oldest-first', 2)));
    if (at % 7 === 0) seen.push(...times(memory.take('newest-first', 2)));
  }
  while (memory.size > 0) seen.push(...times(memory.take('oldest-first', 50)));
  assert.equal(seen.length, 5_000);
  assert.equal(new Set(seen).size, 5_000);
});
