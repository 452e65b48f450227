import { test } from 'node:test';
import { clockMovedBy, clockTold } from './test-clock.ts';
import { assertGreen, assertRed, consulted } from './testing/evidence.ts';

const HOUR_S = 3600;
const at = (seconds: number, path = '/v0/test-clock') =>
  consulted(path, { now: new Date(Date.UTC(2026, 10, 20) + seconds * 1000).toISOString() });
const readings = (told: number, after: number) => [at(0), at(told, '/v0/test-clock/advance'), at(after)];

test('a clock that goes forward by the time asked for, and by the real time, is as required', () => {
  assertGreen(clockMovedBy(readings(HOUR_S, HOUR_S), HOUR_S));
  assertGreen(clockMovedBy(readings(HOUR_S + 1, HOUR_S + 2), HOUR_S));
});

test('a clock that stands still, goes too far, or tells another time than it shows is seen', () => {
  assertRed(clockMovedBy(readings(0, 0), HOUR_S), /de 0 s/);
  assertRed(clockMovedBy(readings(2 * HOUR_S, 2 * HOUR_S), HOUR_S), /7200 s/);
  assertRed(clockMovedBy(readings(0, HOUR_S), HOUR_S), /annoncée/);
  assertRed(clockMovedBy([at(0)], HOUR_S), /200$/);
});

test('a clock that answers in another shape is seen', () => {
  for (const answer of [null, 7, [], {}, { now: { toString: 1 } }])
    assertRed(
      clockMovedBy([at(0), consulted('/v0/test-clock', answer), at(HOUR_S)], HOUR_S),
      /NaN|undefined/,
    );
});

test('a time announced after a move that is not about the one asked for is seen, whatever date it is', () => {
  const wanted = Date.UTC(2026, 10, 20, 12);
  for (const told of ['2026-11-20T12:00:00.000Z', '2026-11-20T11:55:00Z', '2026-11-20T12:04:59.999Z'])
    assertGreen([clockTold(told, wanted)]);
  for (const told of ['+275760-09-13T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '2026-11-20T11:00:00Z', ''])
    assertRed([clockTold(told, wanted)], /^annonce "/);
});
