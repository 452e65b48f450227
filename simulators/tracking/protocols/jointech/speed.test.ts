import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only } from '../testing/reading.ts';
import { jointech } from './jointech.ts';

test('The speed of a lock is counted as its maker counts it: 1.85 km/h for each knot', () => {
  const speeds = [
    ['12', 33.3],
    ['64', 185],
    ['ff', 471.8],
  ] as const;
  for (const [byte, kmh] of speeds) {
    const hex = `2480006200111911003418042116225922348310113550543f${byte}980000002d060000000020e028109228661f000100000f0f0f0f0f0f0f0f000001cc0156`;
    assert.equal(only(jointech, hex).reports[0]?.speedKmh, kmh);
  }
});
