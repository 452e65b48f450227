import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roadOf } from '../../../fixtures/corridors/road.ts';
import type { FollowedTruck } from '../../../fixtures/load/load-step.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import type { Reading } from '../devices/dialect.ts';
import { PlanReadings } from './plan-readings.ts';

const START = Date.UTC(2026, 8, 1, 6);
const MINUTE = 60_000;
const { corridors } = loadReferenceData();
const busiest = corridors.get('LOME-CINKANSE-OUAGADOUGOU');
assert.ok(busiest);

const truck: FollowedTruck = {
  ...{ protocol: 'teltonika', platform: 'TRK-TG', number: 7, deviceId: '990000000000071' },
  ...{ reference: '26TG0LOM1T00000014', corridor: busiest.name },
  from: START + 10 * MINUTE,
  until: START + 50 * MINUTE,
  way: [
    [START + 9 * MINUTE, 0],
    [START + 30 * MINUTE, 700],
    [START + 35 * MINUTE, 700],
    [START + 55 * MINUTE, busiest.distanceKm],
  ],
};

const readings = (intervalMs = MINUTE, endAt = START + 60 * MINUTE) =>
  new PlanReadings({
    seed: 3,
    intervalMs,
    startAt: START,
    endAt,
    corridors,
    trucks: [truck],
    corridor: busiest,
  });

/** All that a device measures, by a clock that is late by so much each time. */
function measured(device: number, lateMs = 0, from = readings()): Reading[] {
  const all: Reading[] = [];
  for (let at: number | null = from.firstAt(device); at !== null; ) {
    const { reading, nextAt } = from.next(device, at + lateMs);
    all.push(reading);
    at = nextAt;
  }
  return all;
}

test('the same seed gives the same readings of a device number, however late the clock of the machine is', () => {
  assert.deepEqual(measured(7), measured(7, 700));
  assert.deepEqual(measured(11), measured(11, 59_999));
  assert.notDeepEqual(measured(11), measured(12));
});

test('instants are whole seconds, each device on its own grid, none twice and none after the end', () => {
  for (const intervalMs of [MINUTE, 1_400, 300]) {
    const instants = measured(11, 0, readings(intervalMs)).map(({ at }) => at);
    assert.ok(instants.every((at) => at % 1_000 === 0 && at >= START && at < START + 60 * MINUTE));
    assert.equal(new Set(instants).size, instants.length);
    assert.ok(instants.length >= 59, `${instants.length} readings`);
  }
});

test('a device on a truck is where the truck is: at the office before, on its road, at a border, at the end', () => {
  const road = roadOf(busiest);
  const kmAt = (minute: number): number => {
    const reading = measured(7).find(({ at }) => at >= START + minute * MINUTE);
    const { km, distanceKm } = road.nearest(reading?.lat ?? 0, reading?.lon ?? 0);
    assert.ok(distanceKm < 0.01, `${distanceKm} km from the road`);
    return km;
  };
  assert.equal(Math.round(kmAt(2)), 0);
  assert.ok(kmAt(15) > 100 && kmAt(15) < 350);
  assert.equal(Math.round(kmAt(32)), 700);
  assert.equal(Math.round(kmAt(57)), Math.round(busiest.distanceKm));
  const speeds = measured(7).map(
    ({ at, speedKmh }) => [Math.floor((at - START) / MINUTE), speedKmh] as const,
  );
  assert.ok(speeds.every(([minute, kmh]) => (minute < 8 || minute === 32 ? kmh === 0 : true)));
  assert.ok(speeds.some(([minute, kmh]) => minute > 10 && minute < 29 && kmh >= 35 && kmh <= 70));
});
