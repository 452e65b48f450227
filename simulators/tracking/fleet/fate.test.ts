import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fate, OnFate } from './fate.ts';
import { PlainSink, type Treatment } from './testing/plain-sink.ts';
import { fleetOf, runUntil, START } from './testing/small-fleet.ts';

/** What is told of the readings of a fleet: every fate of each. */
function book() {
  const fates = new Map<string, Fate[]>();
  const onFate: OnFate = (device, readings, fate) => {
    for (const { at } of readings) {
      const key = `${device} ${at}`;
      fates.set(key, [...(fates.get(key) ?? []), fate]);
    }
  };
  const count = (fate: Fate): number => [...fates.values()].filter(([only]) => only === fate).length;
  return { fates, onFate, count };
}

test('each reading of a fleet has one fate: taken, or unanswered where the protocol has no answer', async () => {
  for (const [protocol, fate] of [
    ['teltonika', 'taken'],
    ['gt06', 'unanswered'],
  ] as const) {
    await using sink = await PlainSink.start(protocol);
    const { fates, onFate, count } = book();
    const fleet = await fleetOf(protocol, sink.port, { onFate, first: 40 });
    await runUntil(fleet, () => sink.reports.size === 100);
    assert.deepEqual([fates.size, count(fate)], [100, 100]);
    assert.ok([...fates.values()].every((all) => all.length === 1));
    assert.ok(fates.has(`40 ${START + 60_000}`), 'by the number of the device in the whole fleet');
  }
});

test('what nobody answered, never left or was forgotten is told so, once, when the fleet leaves', async () => {
  const silence: Treatment = () => 'silence';
  await using sink = await PlainSink.start('jointech', { treatment: silence });
  const { fates, onFate, count } = book();
  const fleet = await fleetOf('jointech', sink.port, { onFate, memory: 2, answerWithinMs: 2_000 });
  await runUntil(fleet, () => fleet.counters.measured === 100);
  assert.deepEqual([fates.size, count('taken')], [100, 0]);
  assert.equal(count('untaken') + count('unsent'), 100);
  assert.equal(count('untaken'), 20, 'one under way a device');
  assert.ok([...fates.values()].every((all) => all.length === 1));
});

test('a fleet that waits connects, and measures only once it is told to begin, by the clock that it is told', async () => {
  await using sink = await PlainSink.start('teltonika');
  const { fates, onFate } = book();
  const fleet = await fleetOf('teltonika', sink.port, { onFate, waits: true, speed: 3_000 });
  const begun = performance.now();
  let measuredBefore = -1;
  await runUntil(fleet, () => {
    if (measuredBefore === -1 && fleet.counters.connected === 20 && performance.now() - begun > 200) {
      measuredBefore = fleet.counters.measured;
      fleet.begin(START, performance.now());
    }
    return sink.reports.size === 100;
  });
  assert.equal(measuredBefore, 0);
  assert.equal(fates.size, 100);
});
