import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Breaker } from './breaker.ts';

/** A breaker that has met five failures at instant 0. */
function opened(): Breaker {
  const breaker = new Breaker(30_000);
  for (let failure = 0; failure < 5; failure += 1) breaker.failed(0);
  return breaker;
}

test('a breaker opens at the fifth failure in a row and not before', () => {
  const breaker = new Breaker(30_000);
  for (let failure = 0; failure < 4; failure += 1) breaker.failed(0);
  breaker.answered();
  for (let failure = 0; failure < 4; failure += 1) breaker.failed(0);
  assert.equal(breaker.stateAt(0).state, 'closed');
  breaker.failed(0);
  assert.deepEqual(breaker.stateAt(0), { state: 'open', until: 30_000, calls: 0 });
});

test('an open breaker lets a probe through when its pause is over, to the millisecond', () => {
  const breaker = opened();
  assert.equal(breaker.stateAt(29_999).state, 'open');
  assert.equal(breaker.stateAt(30_000).state, 'half-open');
});

test('a probe that fails opens it for as long again, one that is answered closes it', () => {
  const breaker = opened();
  breaker.failed(30_000);
  assert.deepEqual(breaker.stateAt(59_999), { state: 'open', until: 60_000, calls: 0 });
  breaker.answered();
  assert.equal(breaker.stateAt(59_999).state, 'closed');
  breaker.failed(60_000);
  assert.equal(breaker.stateAt(60_000).state, 'closed');
});

test('no more calls are under way than failures that it bears: none is behind its opening', () => {
  const breaker = new Breaker(30_000);
  const allowed = Array.from({ length: 5 }, () => {
    const { calls } = breaker.stateAt(0);
    breaker.failed(0);
    return calls;
  });
  assert.deepEqual(
    [...allowed, breaker.stateAt(0).calls, breaker.stateAt(30_000).calls],
    [5, 4, 3, 2, 1, 0, 1],
  );
});
