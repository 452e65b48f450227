import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Journey, TrackPoint } from './journey.ts';
import { pageJourney } from './page-journey.ts';
import { world } from './world.ts';

const ROAD = [
  { name: 'Lomé port', latitudeDeg: 6.137, longitudeDeg: 1.283, offices: ['TG0LOM1'] },
  { name: 'Atakpamé', latitudeDeg: 7.533, longitudeDeg: 1.133 },
  { name: 'Sokodé', latitudeDeg: 8.983, longitudeDeg: 1.133 },
  { name: 'Cinkansé', latitudeDeg: 11.11, longitudeDeg: 0.02, offices: ['TG0CIN1', 'BF0CIN1'] },
  { name: 'Ouagadougou', latitudeDeg: 12.371, longitudeDeg: -1.52, offices: ['BF0OUA1'] },
];
const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 21, 4);

const report = (
  hour: number,
  latitudeDeg: number,
  longitudeDeg: number,
  more: Partial<TrackPoint> = {},
): TrackPoint => ({
  atMs: START + hour * HOUR,
  platform: 'TRK-TG',
  deviceId: '8000620011',
  place: { latitudeDeg, longitudeDeg },
  speedKmh: 40,
  batteryPct: 90,
  lock: 'LOCKED',
  gnss: 'FIX',
  stored: false,
  ...more,
});

const BURKINABE = { platform: 'TRK-BF', deviceId: 'BF-0301' };
const POINTS = [
  report(0, 6.14, 1.28),
  report(2, 7.53, 1.13),
  report(3, 8.2, 1.0, { stored: true }),
  report(5, 8.98, 1.13),
  report(8, 11.11, 0.02),
  report(10, 11.12, 0.01, { ...BURKINABE, lock: 'LOCKED' }),
  report(14, 12.37, -1.52, { ...BURKINABE, lock: 'CUT' }),
];

const journey = (part: Partial<Journey> = {}): Journey => ({
  reference: '26TG0LOM1T00000091',
  road: ROAD,
  points: POINTS,
  alerts: [],
  assignments: [],
  gaps: [],
  unreadable: 0,
  left: 0,
  ahead: 0,
  ...part,
});

const alert = (hour: number, place?: { latitudeDeg: number; longitudeDeg: number }) => ({
  atMs: START + hour * HOUR,
  code: 'DEVIATION',
  deviceId: '8000620011',
  ...(place && { place }),
});

test('the map has north above and east on the right, and keeps the places in their order', () => {
  const { map } = pageJourney(journey());
  const [lome, atakpame, sokode, cinkanse, ouagadougou] = map.places;
  assert.ok(lome && atakpame && sokode && cinkanse && ouagadougou);
  assert.ok(
    lome.y > atakpame.y && atakpame.y > sokode.y && sokode.y > cinkanse.y && cinkanse.y > ouagadougou.y,
  );
  assert.ok(ouagadougou.x < cinkanse.x && cinkanse.x < sokode.x && sokode.x < lome.x);
  assert.deepEqual([map.width, map.height], [520, 620]);
  // 6.234 degrees of latitude are 6.332 of those at the equator on this projection, beside 2.803 of longitude.
  assert.ok(Math.abs((lome.y - ouagadougou.y) / (lome.x - ouagadougou.x) - 6.332 / 2.803) < 0.01);
});

test('offices come first where there is no room for all names, and the countries of the road have theirs', () => {
  const { map } = pageJourney(journey());
  assert.deepEqual(
    map.labels.map(({ text }) => text),
    ['Lomé port', 'Ouagadougou', 'Cinkansé', 'Atakpamé', 'Sokodé'],
  );
  assert.deepEqual(map.countries.map(({ fr }) => fr).sort(), ['Burkina Faso', 'Bénin', 'Ghana', 'Togo']);
  assert.deepEqual(
    map.places.map(({ offices }) => offices),
    [['TG0LOM1'], [], [], ['TG0CIN1', 'BF0CIN1'], ['BF0OUA1']],
  );
});

test('two devices have a form of mark each; what came afterwards is a stretch of its own; the relief leaves a gap', () => {
  const { map, tracks, handOvers, deadZones, strip } = pageJourney(journey());
  assert.deepEqual(
    map.tracks.map(({ stretches }) => stretches.map(({ kind }) => kind)),
    [['live', 'stored', 'live'], ['live']],
  );
  assert.deepEqual(
    tracks.map(({ platform, reports, stored }) => [platform, reports, stored]),
    [
      ['TRK-TG', 5, 1],
      ['TRK-BF', 2, 0],
    ],
  );
  assert.notEqual(tracks[0]?.form, tracks[1]?.form);
  assert.deepEqual(handOvers, [{ fromMs: START + 8 * HOUR, untilMs: START + 10 * HOUR }]);
  assert.deepEqual(deadZones, [{ fromMs: START + 2 * HOUR, untilMs: START + 5 * HOUR }]);
  assert.equal(map.handOvers.length, 1);
  assert.deepEqual(
    strip.zones.map(({ kind }) => kind),
    ['stored', 'silent'],
  );
});

test('the strip shows the seal by what was told, and nothing over the time without a device', () => {
  const { strip } = pageJourney(journey());
  const [first, second, third] = strip.lock.spans;
  const [, silent] = strip.zones;
  assert.deepEqual(
    strip.lock.spans.map(({ state }) => state),
    ['LOCKED', 'LOCKED', 'CUT'],
  );
  assert.ok(first && second && third && silent);
  assert.equal(first.x, 88);
  assert.equal(first.x + first.width, silent.x);
  assert.ok(Math.abs(second.x - (silent.x + silent.width)) < 0.11);
  assert.equal(second.x + second.width, third.x);
  assert.deepEqual(
    strip.speed.lines.map(({ track }) => track),
    [0, 1],
  );
  assert.deepEqual(
    strip.speed.marks.map(({ value }) => value),
    [0, 50],
  );
});

test('a gap that lasts is drawn to the end of the strip, and has no end in the list', () => {
  const points = [report(0, 6.14, 1.28), report(5, 8.98, 1.13), report(8, 11.11, 0.02)];
  const gap = { fromMs: START + 7 * HOUR };
  const { strip, handOvers } = pageJourney(journey({ points, gaps: [gap] }));
  assert.deepEqual(handOvers, [gap]);
  const [silent] = strip.zones;
  assert.equal(silent?.kind, 'silent');
  assert.ok(Math.abs(silent.x - (88 + (958 * 7) / 8)) < 0.2);
  assert.ok(Math.abs(silent.x + silent.width - 1046) < 0.2);
  const afterwards = pageJourney(journey({ points, gaps: [{ fromMs: START + 9 * HOUR }] })).strip.zones;
  assert.deepEqual(afterwards, [{ x: 1046, width: 2, kind: 'silent' }]);
});

test('alerts bear the same numbers on the map and in the strip; those at one spot share a sign', () => {
  const cinkanse = { latitudeDeg: 11.11, longitudeDeg: 0.02 };
  const { map, strip, alerts } = pageJourney(
    journey({
      alerts: [
        alert(3, { latitudeDeg: 8.3, longitudeDeg: 1.5 }),
        alert(8, cinkanse),
        alert(8, cinkanse),
        alert(9),
      ],
    }),
  );
  assert.deepEqual(
    map.signs.map(({ text }) => text),
    ['1', '2-3'],
  );
  assert.deepEqual(
    strip.signs.map(({ text }) => text),
    ['1', '2-3', '4'],
  );
  assert.deepEqual(
    alerts.map(({ place }) => place && [place.near, place.km]),
    [[undefined, undefined], ['Cinkansé', 0], ['Cinkansé', 0], undefined],
  );
});

test('a place on the other side of the equator stands at the rim and does not widen the map', () => {
  const right = pageJourney(journey()).map;
  const { map } = pageJourney(journey({ points: [...POINTS, report(15, -12.37, -1.52)] }));
  assert.deepEqual(map.places, right.places);
  assert.deepEqual(map.beyond, [{ x: map.places[4]?.x, y: 613 }]);
});

test('a clock that is years wrong does not squeeze the strip; its report is counted', () => {
  const { strip } = pageJourney(
    journey({ points: [report(0, 6.14, 1.28, { atMs: Date.UTC(2009, 0, 1) }), ...POINTS] }),
  );
  assert.equal(strip.outside, 1);
  assert.ok((strip.ticks[0]?.atMs ?? 0) >= START);
});

test('a truck that never moved, without road, has a map all the same', () => {
  const { map, strip } = pageJourney(journey({ road: [], points: [report(0, 6.14, 1.28)] }));
  assert.deepEqual([map.corridor, map.places, map.labels], ['', [], []]);
  assert.deepEqual(map.tracks[0]?.marks, [{ x: 260, y: 224 }]);
  assert.equal(strip.lock.spans.length, 1);
});

test('without a single place there is a map of the region, and the strip', () => {
  const { place: _, ...unplaced } = report(0, 0, 0);
  const { map, strip } = pageJourney(journey({ road: [], points: [unplaced] }));
  assert.equal(map.tracks[0]?.marks.length, 0);
  assert.ok(map.countries.some(({ fr }) => fr === 'Mali'));
  assert.equal(strip.outside, 0);
});

test('ten thousand positions are a small picture, and its table is cut', () => {
  const points = Array.from({ length: 10_000 }, (_, at) =>
    report(at / 60, 6.14 + Math.sin(at) / 10 + at * 0.0006, 1.28 - at * 0.00028, { speedKmh: at % 90 }),
  );
  const drawn = pageJourney(journey({ points }));
  assert.ok(JSON.stringify(drawn.map).length < 150_000);
  assert.ok(JSON.stringify(drawn.strip).length < 60_000);
  assert.equal(drawn.rows.length, 200);
  assert.equal(drawn.more.rows, 9_800);
});

test('the outlines of the countries are one path of less than 25 kB, of numbers only', () => {
  const { outlines } = world();
  assert.ok(outlines.length > 5_000 && outlines.length < 25_000, String(outlines.length));
  assert.match(outlines, /^[Mlz\d., -]+$/);
});
