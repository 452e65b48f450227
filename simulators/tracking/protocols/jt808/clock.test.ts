import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bcdTimeBytes, bcdTimeOf, isoOf } from './clock.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const at = { timeAt: '/time', bcdTimeAt: '/bcdTime' };

test("the device's clock is read in its zone", () => {
  assert.equal(bcdTimeOf(bytes('181015101010')), '2018-10-15 10:10:10');
  assert.equal(isoOf('2018-10-15 10:10:10', 480), '2018-10-15T02:10:10.000Z');
  assert.equal(isoOf('2018-10-15 10:10:10', 0), '2018-10-15T10:10:10.000Z');
  assert.equal(isoOf('2018-10-15 10:10:10', -345), '2018-10-15T15:55:10.000Z');
  assert.equal(isoOf('2024-02-29 00:00:00', 480), '2024-02-28T16:00:00.000Z');
});

test('what is no date is null and keeps its bytes', () => {
  for (const hex of [
    '000000000000',
    '230229101010',
    '181315101010',
    '181015241010',
    '181015106010',
    '18101510103c',
  ]) {
    const bcdTime = bcdTimeOf(bytes(hex));
    assert.equal(isoOf(bcdTime, 480), null, hex);
    assert.equal(bcdTimeBytes({ time: null, bcdTime, zoneMinutes: 480, ...at }).toString('hex'), hex);
  }
});

test('a time that was taken away is written as zeros, one that was changed in its place', () => {
  const known = { bcdTime: '2018-10-15 10:10:10', zoneMinutes: 480, ...at };
  assert.equal(bcdTimeBytes({ ...known, time: null }).toString('hex'), '000000000000');
  assert.equal(bcdTimeBytes({ ...known, time: '2026-03-04T20:06:07.000Z' }).toString('hex'), '260305040607');
});
