import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Discovered, searchFor } from './shy-search.ts';

const found = (requirement: string, messages: number, searchedMs: number): Discovered => ({
  ...{ kills: [{ scenario: 's', requirement }], messages, searchedMs },
});

const going = new AbortController().signal;

test('what was not red yet is searched for again, in the time that is left', async () => {
  const asked: unknown[][] = [];
  const search = await searchFor(['KEY-001', 'KEY-002'], 120_000, going, async (...question) => {
    asked.push(question);
    return asked.length === 1 ? found('KEY-001', 4, 5_200) : found('KEY-002', 2, 30_000);
  });
  assert.deepEqual(asked, [
    [['KEY-001', 'KEY-002'], 120_000, 0],
    [['KEY-002'], 114_000, 1],
  ]);
  assert.deepEqual(search.explored, { messages: 4, seconds: 36 });
  assert.equal(search.kills.length, 2);
});

test('a search that finds nothing is the last, and its time counts', async () => {
  let times = 0;
  const search = await searchFor(['KEY-001', 'KEY-002'], 120_000, going, async () => {
    times += 1;
    return times === 1 ? found('KEY-001', 4, 5_000) : undefined;
  });
  assert.equal(times, 2);
  assert.deepEqual(search.explored, { messages: 4, seconds: 120 });
  assert.deepEqual(await searchFor(['KEY-001'], 120_000, going, async () => undefined), { kills: [] });
});

test('when the time is over, when all was red, or when somebody says stop, nothing is searched for any more', async () => {
  const asked: number[] = [];
  const late = async (_wanted: readonly string[], _timeMs: number, nth: number) => {
    asked.push(nth);
    return found('KEY-001', 4, 120_500);
  };
  await searchFor(['KEY-001', 'KEY-002'], 120_000, going, late);
  await searchFor([], 120_000, going, late);
  await searchFor(['KEY-002'], 120_000, AbortSignal.abort(), late);
  assert.deepEqual(asked, [0]);
});
