import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { createRandom } from '../../../fixtures/random.ts';
import { deadZone } from './behaviours/dead-zone.ts';
import { electronicSeal } from './device-profiles.ts';
import { GnssError } from './gnss.ts';
import { Store } from './store.ts';
import { calmDevice, LOME_OUAGA, play } from './testing/played.ts';
import { writeTruth } from './truth.ts';

const METRES_PER_DEGREE = 111_195.08;

/** Errors north, metres, so many seconds apart. */
function errors(everySeconds: number, count: number): number[] {
  const error = new GnssError(
    { ...electronicSeal.gnss, whiteM: 0, outlierShare: 0 },
    createRandom('gnss'),
    0,
  );
  return Array.from({ length: count }, (_, index) => {
    const position = { lat: 10, lon: 0, courseDeg: 0 };
    error.apply(position, index * everySeconds * 1000);
    return (position.lat - 10) * METRES_PER_DEGREE;
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test('the error of positions lasts: it is alike after a minute and forgotten after an hour', () => {
  const correlation = (values: readonly number[]): number =>
    mean(values.slice(1).map((value, index) => value * (values[index] ?? 0))) /
    mean(values.map((value) => value ** 2));
  const minutes = errors(60, 20_000);
  assert.ok(Math.abs(Math.sqrt(mean(minutes.map((value) => value ** 2))) - 3) < 0.3);
  // exp(-60/120) = 0.61
  assert.ok(Math.abs(correlation(minutes) - 0.607) < 0.05, String(correlation(minutes)));
  assert.ok(Math.abs(correlation(errors(3_600, 20_000))) < 0.05);
});

test('a full memory loses its oldest reading, whatever was taken from it before', () => {
  const [first] = play(LOME_OUAGA, 'store').emissions;
  assert.ok(first);
  const reading = (at: number) => ({ ...first.reading, at });
  const store = new Store(40);
  const lost = Array.from({ length: 40 }, (_, at) => store.push(reading(at)));
  assert.ok(lost.every((one) => one === undefined));
  assert.equal(store.push(reading(40))?.at, 0);
  assert.equal(store.takeOldest()?.at, 1);
  assert.equal(store.takeNewest()?.at, 40);
  assert.equal(store.size, 38);
  for (let at = 41; at < 60; at++) store.push(reading(at));
  assert.equal(store.size, 40);
  const left: number[] = [];
  for (let one = store.takeOldest(); one; one = store.takeOldest()) left.push(one.at);
  assert.equal(left.length, 40);
  assert.equal(left.at(-1), 59);
  assert.deepEqual(
    left,
    [...left].sort((a, b) => a - b),
  );
});

test('a device with little memory loses its oldest readings in a long dead zone, and the truth says so', () => {
  const device = { ...calmDevice, memory: 25 };
  const { truth, emissions } = play(LOME_OUAGA, 'little', {
    device,
    behaviours: [deadZone({ km: 300 }, 100)],
  });
  const lost = truth.filter(({ what }) => what === 'reading-lost').length;
  assert.ok(lost > 50, String(lost));
  const whole = play(LOME_OUAGA, 'little', { device: calmDevice, behaviours: [deadZone({ km: 300 }, 100)] });
  assert.equal(emissions.length + lost, whole.emissions.length);
});

test('a device whose battery runs out says nothing more', () => {
  const { emissions, one } = play(LOME_OUAGA, 'empty', { device: { ...calmDevice, batteryPct: 1 } });
  const empty = one('battery-empty');
  assert.ok(emissions.every(({ sentAt }) => sentAt <= empty.at));
  assert.ok(emissions.length > 10);
  assert.equal(emissions.at(-1)?.reading.batteryPct, 1);
});

test('the log of the truth is NDJSON, an event a line', async () => {
  const { truth } = play(LOME_OUAGA, 'log');
  const stream = new PassThrough();
  const written = text(stream);
  await writeTruth(truth, stream);
  stream.end();
  const lines = (await written).trimEnd().split('\n');
  assert.equal(lines.length, truth.length);
  assert.deepEqual(Object.keys(JSON.parse(lines[0] ?? '')), ['at', 'what', 'km', 'lat', 'lon', 'office']);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    truth,
  );
});
