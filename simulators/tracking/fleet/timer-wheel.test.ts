import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TimerWheel } from './timer-wheel.ts';

const fired = (wheel: TimerWheel, nowMs: number): number[] => {
  const timers: number[] = [];
  wheel.advance(nowMs, (timer) => timers.push(timer));
  return timers.sort((a, b) => a - b);
};

test('a timer fires once, not before its time, and within one tick of it', () => {
  const wheel = new TimerWheel({ timers: 3, tickMs: 10, slots: 8, startMs: 1_000 });
  wheel.schedule(0, 1_025);
  wheel.schedule(1, 1_030);
  wheel.schedule(2, 1_500);
  assert.deepEqual(fired(wheel, 1_029), []);
  assert.deepEqual(fired(wheel, 1_030), [0, 1]);
  assert.deepEqual(fired(wheel, 1_499), []);
  assert.equal(wheel.running, 1);
  assert.deepEqual(fired(wheel, 1_500), [2]);
  assert.deepEqual(fired(wheel, 9_000), []);
});

test('a timer that is cancelled or started anew does not fire at its first time', () => {
  const wheel = new TimerWheel({ timers: 2, tickMs: 10, slots: 8, startMs: 0 });
  wheel.schedule(0, 20);
  wheel.schedule(1, 20);
  wheel.cancel(0);
  wheel.schedule(1, 50);
  assert.deepEqual(fired(wheel, 40), []);
  assert.deepEqual(fired(wheel, 50), [1]);
  assert.equal(wheel.isRunning(0), false);
});

test('a timer that fires may start itself and stop another that is due at the same time', () => {
  const wheel = new TimerWheel({ timers: 3, tickMs: 10, slots: 8, startMs: 0 });
  for (const timer of [0, 1, 2]) wheel.schedule(timer, 20);
  const seen: number[] = [];
  wheel.advance(20, (timer) => {
    seen.push(timer);
    wheel.schedule(timer, 20);
    for (const other of [0, 1, 2]) if (other !== timer) wheel.cancel(other);
  });
  assert.equal(seen.length, 1);
  assert.deepEqual(fired(wheel, 30), seen);
});

test('after a sleep longer than a revolution everything that is due fires, and nothing else', () => {
  const wheel = new TimerWheel({ timers: 4, tickMs: 10, slots: 8, startMs: 0 });
  wheel.schedule(0, 15);
  wheel.schedule(1, 500);
  wheel.schedule(2, 990);
  wheel.schedule(3, 1_010);
  assert.deepEqual(fired(wheel, 1_000), [0, 1, 2]);
  assert.deepEqual(fired(wheel, 1_010), [3]);
});

test('as a list of due times would: whatever is scheduled, cancelled and waited for', () => {
  const step = fc.oneof(
    fc.record({ timer: fc.nat(9), inMs: fc.nat(400) }),
    fc.record({ cancel: fc.nat(9) }),
    fc.record({ waitMs: fc.nat(300) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const wheel = new TimerWheel({ timers: 10, tickMs: 1, slots: 16, startMs: 0 });
      const due = new Map<number, number>();
      let nowMs = 0;
      for (const next of steps) {
        if ('timer' in next) {
          wheel.schedule(next.timer, nowMs + next.inMs);
          due.set(next.timer, Math.max(nowMs + next.inMs, nowMs + 1));
        } else if ('cancel' in next) {
          wheel.cancel(next.cancel);
          due.delete(next.cancel);
        } else {
          nowMs += next.waitMs;
          const expected = [...due].filter(([, at]) => at <= nowMs).map(([timer]) => timer);
          assert.deepEqual(
            fired(wheel, nowMs),
            expected.sort((a, b) => a - b),
          );
          for (const timer of expected) due.delete(timer);
        }
        assert.equal(wheel.running, due.size);
      }
    }),
    { numRuns: 500, seed: 3 },
  );
});
