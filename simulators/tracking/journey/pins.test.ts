import assert from 'node:assert/strict';
import test from 'node:test';
import { generateConvoy } from '../../../fixtures/movements/convoy.ts';
import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { breakdown } from './behaviours/breakdown.ts';
import { pinsOf } from './pins-of.ts';
import { calmDevice, LOME_OUAGA, play, RELEASED_AT, reference } from './testing/played.ts';
import type { TruthEvent } from './truth.ts';

const NOW = Date.UTC(2026, 10, 22, 8, 30);
const CONVOYS = 'OUAGADOUGOU-NIAMEY-TERA';

const instants = (truth: readonly TruthEvent[], what: string): number[] =>
  truth.filter((event) => event.what === what).map(({ at }) => at);

test('the truck of a movement is everywhere when the messages of customs say so, to the second', () => {
  const random = createRandom('pins');
  for (const [sequence, name] of [...reference.corridors.keys(), ...reference.corridors.keys()].entries()) {
    const movement = generateMovement({
      random,
      reference,
      corridor: name,
      salt: 'pins',
      sequence,
      now: NOW,
    });
    const pins = pinsOf(movement);
    const { truth, taken } = play(name, `pins ${sequence}`, { pins, device: calmDevice });
    assert.deepEqual(instants(truth, 'departed'), [pins.releasedAt]);
    assert.deepEqual(
      instants(truth, 'border-presented'),
      pins.passages.map(({ presentedAt }) => presentedAt),
    );
    assert.deepEqual(
      instants(truth, 'border-passed'),
      pins.passages.map(({ passedAt }) => passedAt),
    );
    assert.deepEqual(instants(truth, 'arrived'), [pins.arrivedAt]);
    assert.deepEqual(instants(truth, 'device-removed'), [pins.controlledAt]);
    const fastest = Math.max(...taken.map(({ reading }) => reading.speedKmh));
    assert.ok(fastest < 90, `${name}: ${fastest} km/h`);
    taken.forEach(({ reading, sentAt }, index) => {
      const before = taken[index - 1] ?? taken[0];
      if (!before) return;
      const wayKm = reading.odometerKm - before.reading.odometerKm;
      const leastMs = (wayKm / 90) * 3_600_000 - 2_000;
      assert.ok(reading.at - before.reading.at >= leastMs, `${name}: ${wayKm} km before ${sentAt}`);
    });
  }
});

test('a breakdown of four hours takes from the rests of a pinned journey, not from its instants', () => {
  const movement = generateMovement({
    random: createRandom('broken'),
    reference,
    corridor: LOME_OUAGA,
    salt: 'broken',
    sequence: 1,
    now: NOW,
  });
  const pins = pinsOf(movement);
  const { one } = play(LOME_OUAGA, 'broken', { pins, behaviours: [breakdown()] });
  assert.equal(one('repaired').at - one('broke-down').at, 4 * 3_600_000);
  assert.equal(one('arrived').at, pins.arrivedAt);
});

test('instants that no truck can meet are refused, and such as do not rise', () => {
  const passages = [
    { presentedAt: RELEASED_AT + 3 * 3_600_000, passedAt: RELEASED_AT + 4 * 3_600_000 },
    { presentedAt: RELEASED_AT + 5 * 3_600_000, passedAt: RELEASED_AT + 6 * 3_600_000 },
  ];
  const pins = { releasedAt: RELEASED_AT, passages, arrivedAt: RELEASED_AT + 90 * 3_600_000 };
  assert.throws(
    () => play(LOME_OUAGA, 'fast', { pins }),
    /found 180 min for a leg that takes \d+ min at least/,
  );
  const back = { ...pins, arrivedAt: RELEASED_AT };
  assert.throws(() => play(LOME_OUAGA, 'back', { pins: back }), /instants that do not rise/);
  const few = { ...pins, passages: passages.slice(1) };
  assert.throws(() => play(LOME_OUAGA, 'few', { pins: few }), /1 passages for 4 legs/);
});

test('trucks of a convoy drive a minute behind each other, each with the errors of its own device', () => {
  const random = createRandom('convoy');
  const trucks = [0, 1, 2].map((place) =>
    play(CONVOYS, `truck ${place}`, { convoy: { random, place }, device: calmDevice }),
  );
  for (const [place, { one }] of trucks.entries()) {
    assert.equal(one('departed').at, RELEASED_AT + place * 60_000);
  }
  const stops = trucks.map(({ truth }) => truth.filter(({ what }) => what === 'stopped').map(({ km }) => km));
  assert.ok((stops[0] ?? []).length > 3);
  assert.ok(Math.abs((stops[1]?.[0] ?? 0) - (stops[0]?.[0] ?? 9)) < 0.001);
  assert.notDeepEqual(trucks[1]?.taken[3]?.reading.lat, trucks[0]?.taken[3]?.reading.lat);
});

test('the movements of a convoy pin its trucks to one minute behind each other', () => {
  const source = { random: createRandom(7), reference, corridor: CONVOYS, salt: 'c', sequence: 1, now: NOW };
  const arrivals = [...generateConvoy(source, 4)].map((movement, place) => {
    const { one } = play(CONVOYS, 'pinned convoy', { pins: pinsOf(movement), device: calmDevice });
    return one('arrived').at - place * 60_000;
  });
  assert.deepEqual(new Set(arrivals).size, 1);
});
