import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceRegistration } from './tracking-shapes.ts';

test('the clock of a device is from twelve hours behind UTC to fourteen ahead', () => {
  const taken = [-721, -720, 0, 840, 841].map(
    (zoneMinutes) => deviceRegistration.safeParse({ protocol: 'jt808', zoneMinutes }).success,
  );
  assert.deepEqual(taken, [false, true, true, true, false]);
});
