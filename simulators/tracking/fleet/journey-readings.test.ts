import assert from 'node:assert/strict';
import { test } from 'node:test';
import { electronicSeal } from '../journey/device-profiles.ts';
import { fleetEmissions } from '../journey/for-fleet.ts';
import { reference } from '../journey/testing/played.ts';
import { JourneyReadings } from './journey-readings.ts';

const DAY = 86_400_000;
const DEVICE = 5;
const startsAt = Date.UTC(2026, 10, 2);
const journeys = {
  corridors: [...reference.corridors.values()],
  seed: 11,
  startsAt,
  spreadMs: DAY,
  device: electronicSeal,
};

test('A device whose journey began before joins it where it is, and leaves out nothing from then on.', () => {
  const from = startsAt + 2 * DAY;
  const readings = new JourneyReadings(journeys, from);
  const emissions = fleetEmissions(journeys, DEVICE);
  let expected = emissions.next().value;
  let before = 0;
  for (; expected.sentAt < from; expected = emissions.next().value) before += 1;
  assert.ok(before > 0);
  let at = readings.firstAt(DEVICE);
  for (let count = 0; count < 500; count += 1) {
    assert.equal(at, expected.sentAt);
    const { reading, stored, nextAt } = readings.next(DEVICE, at);
    assert.deepEqual(reading, expected.reading);
    assert.equal(stored, expected.stored);
    expected = emissions.next().value;
    assert.ok(nextAt !== null);
    at = nextAt;
  }
});

test('A device that is asked late is never sent back in time.', () => {
  const readings = new JourneyReadings(journeys, startsAt);
  const late = readings.firstAt(DEVICE) + DAY;
  assert.equal(readings.next(DEVICE, late).nextAt, late);
});
