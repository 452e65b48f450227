import assert from 'node:assert/strict';
import test from 'node:test';
import { electronicSeal } from './device-profiles.ts';
import { fleetEmissions, fleetJourney } from './for-fleet.ts';
import { reference } from './testing/played.ts';

const DAY = 86_400_000;
const startsAt = Date.UTC(2026, 10, 2);
const fleet = {
  corridors: [...reference.corridors.values()],
  seed: 11,
  startsAt,
  spreadMs: DAY,
  device: electronicSeal,
};

test('a device is the same by its index, however it is asked', () => {
  const first = [...fleetJourney(fleet, 7)].slice(0, 50);
  assert.deepEqual([...fleetJourney(fleet, 7)].slice(0, 50), first);
  assert.notDeepEqual([...fleetJourney(fleet, 8)].slice(0, 50), first);
});

test('journeys start evenly over the time given, on corridors by their shares', () => {
  const hours = new Array<number>(24).fill(0);
  for (let index = 0; index < 2_400; index++) {
    const { releasedAt } = fleetJourney(fleet, index);
    const hour = Math.floor((releasedAt - startsAt) / 3_600_000);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  assert.equal(hours.length, 24);
  for (const count of hours) assert.ok(count > 80 && count < 120, String(hours));
});

test('a device goes on with another journey when one is over, in order of time', () => {
  const emissions = fleetEmissions(fleet, 3);
  let before = 0;
  let resets = 0;
  let odometerKm = 0;
  for (let count = 0; count < 8_000; count++) {
    const { sentAt, reading } = emissions.next().value;
    assert.ok(sentAt >= before);
    before = sentAt;
    if (reading.odometerKm === 0 && odometerKm > 0) resets++;
    odometerKm = reading.odometerKm;
  }
  assert.ok(resets >= 2, String(resets));
});
