import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageId } from '../../profile/envelope/envelope.ts';
import { createMessageIds } from './message-ids.ts';
import { StandingClock, seededNumbers } from './testing/seats.ts';

test('ids are UUIDs of version 7 that carry the time', () => {
  const clock = new StandingClock();
  const id = createMessageIds(clock, seededNumbers(1)).next();
  assert.ok(messageId.safeParse(id).success, id);
  assert.equal(Number.parseInt(id.replace('-', '').slice(0, 12), 16), clock.now());
});

test('the same seed gives the same ids, another seed others, and none comes twice', () => {
  const many = (seed: number) => {
    const ids = createMessageIds(new StandingClock(), seededNumbers(seed));
    return Array.from({ length: 20_000 }, () => ids.next());
  };
  const first = many(1);
  assert.deepEqual(many(1), first);
  assert.equal(new Set([...first, ...many(2)]).size, 40_000);
});
