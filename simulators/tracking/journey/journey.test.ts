import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { corridorOf } from '../../../fixtures/corridors/corridor-of.ts';
import { roadOf } from '../../../fixtures/corridors/road.ts';
import { behaviours } from './behaviours/behaviours.ts';
import { electronicSeal, wiredTracker } from './device-profiles.ts';
import { farthestErrorM } from './gnss.ts';
import { calmDevice, LOME_OUAGA, play, reference } from './testing/played.ts';

const HOUR = 3_600_000;
const SEIZED = ['LOCK_CUT', 'SEAL_TAMPER', 'DOOR_OPEN', 'DEVICE_DETACHED'];
const anyCorridor = fc.constantFrom(...reference.corridors.keys());
const anySeed = fc.integer({ min: 1, max: 1_000_000 }).map(String);
const runs = { numRuns: 40, seed: 20_261_122 };

const digest = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex');

test('one seed gives the same bytes of both logs, another seed gives others', () => {
  const options = { behaviours };
  const { emissions, truth } = play(LOME_OUAGA, 'one', options);
  const again = play(LOME_OUAGA, 'one', options);
  assert.ok(emissions.length > 500 && truth.length > 50);
  assert.equal(digest(again.emissions), digest(emissions));
  assert.equal(digest(again.truth), digest(truth));
  assert.notEqual(digest(play(LOME_OUAGA, 'two', options).emissions), digest(emissions));
});

test('without a behaviour no report is farther from the road than the error of the receiver', () => {
  fc.assert(
    fc.property(anyCorridor, anySeed, (name, seed) => {
      const road = roadOf(corridorOf(reference.corridors, name));
      const limitKm = farthestErrorM(electronicSeal.gnss) / 1000;
      for (const { reading } of play(name, seed).emissions) {
        const { distanceKm } = road.nearest(reading.lat, reading.lon);
        assert.ok(distanceKm <= limitKm, `${distanceKm} km at ${reading.odometerKm}`);
      }
    }),
    runs,
  );
});

test('time of sending and of the truth never falls, and no reading goes out before it was taken', () => {
  fc.assert(
    fc.property(anyCorridor, anySeed, fc.constantFrom(electronicSeal, wiredTracker), (name, seed, device) => {
      const { emissions, truth } = play(name, seed, { device, behaviours });
      const sent = emissions.map(({ sentAt }) => sentAt);
      assert.deepEqual(
        sent,
        [...sent].sort((a, b) => a - b),
      );
      const happened = truth.map(({ at }) => at);
      assert.deepEqual(
        happened,
        [...happened].sort((a, b) => a - b),
      );
    }),
    runs,
  );
  for (const { sentAt, reading } of play(LOME_OUAGA, 'calm', { device: calmDevice }).emissions) {
    assert.ok(Number.isInteger(sentAt) && reading.at <= sentAt);
  }
});

test('the battery never rises, the way driven never falls, nor the kilometre of a truck that stays on its road', () => {
  fc.assert(
    fc.property(anyCorridor, anySeed, (name, seed) => {
      const { taken, truth } = play(name, seed);
      taken.forEach(({ reading }, index) => {
        const before = taken[index - 1]?.reading ?? reading;
        assert.ok(reading.batteryPct <= before.batteryPct, `${before.batteryPct} to ${reading.batteryPct} %`);
        assert.ok(reading.odometerKm >= before.odometerKm && reading.at >= before.at);
      });
      const kms = truth.map(({ km }) => km);
      assert.deepEqual(
        kms,
        [...kms].sort((a, b) => a - b),
      );
    }),
    runs,
  );
});

test('no truck is faster than a loaded truck, nor gains or loses speed faster', () => {
  const device = { ...calmDevice, movingEveryMs: 5_000 };
  for (const name of [LOME_OUAGA, 'OUAGADOUGOU-NIAMEY-KANTCHARI', 'BAMAKO-HEREMAKONO-OUAGADOUGOU']) {
    const { taken } = play(name, 'bounds', { device });
    let fastest = 0;
    taken.forEach(({ reading }, index) => {
      const before = taken[index - 1]?.reading;
      fastest = Math.max(fastest, reading.speedKmh);
      const seconds = before ? (reading.at - before.at) / 1000 : 0;
      if (!before || seconds < 4 || seconds > 10) return;
      // The receiver errs by 1 % of the speed and shows up to 1.5 km/h at rest; the clock shows whole seconds.
      const error = 0.02 * Math.max(reading.speedKmh, before.speedKmh) + 1.6;
      const change = (reading.speedKmh - before.speedKmh) / 3.6;
      assert.ok(change <= 0.5 * (seconds + 1) + error / 3.6, `${name}: up ${change} m/s in ${seconds} s`);
      assert.ok(-change <= 1 * (seconds + 1) + error / 3.6, `${name}: down ${change} m/s in ${seconds} s`);
    });
    assert.ok(fastest > 60 && fastest <= 76, `${name}: ${fastest} km/h`);
  }
});

test('every reading goes out exactly once, and again only as a declared duplicate', () => {
  fc.assert(
    fc.property(anySeed, fc.constantFrom(electronicSeal, wiredTracker), (seed, device) => {
      const name = 'OUAGADOUGOU-NIAMEY-KANTCHARI';
      const { emissions, waiting } = play(name, seed, { device: { ...device, duplicateShare: 0.05 } });
      const once = emissions.filter(({ duplicate }) => !duplicate).map(({ reading }) => reading);
      assert.equal(new Set(once).size, once.length);
      assert.equal(waiting, 0);
      const again = emissions.filter(({ duplicate }) => duplicate);
      assert.ok(again.length > 0);
      for (const { reading } of again) assert.ok(once.includes(reading));
      assert.ok(emissions.some(({ stored }) => stored));
    }),
    { ...runs, numRuns: 8 },
  );
});

test('a journey without fraud gives no alert of fraud, and its seal is opened by officers only', () => {
  const ordinary = behaviours.filter(({ fraud }) => !fraud);
  fc.assert(
    fc.property(anyCorridor, anySeed, (name, seed) => {
      for (const { reading } of play(name, seed, { behaviours: ordinary }).emissions) {
        assert.deepEqual(
          reading.alerts.filter((alert) => SEIZED.includes(alert)),
          [],
        );
        assert.ok(!reading.alerts.includes('SEAL_OPEN') || reading.authorised);
        assert.notEqual(reading.lock, 'CUT');
      }
    }),
    runs,
  );
});

test('the last word of a device is that an officer opened its seal at destination', () => {
  const { emissions, one } = play(LOME_OUAGA, 'last', { device: calmDevice });
  const last = emissions.at(-1);
  assert.deepEqual(last?.reading.alerts, ['SEAL_OPEN']);
  assert.equal(last?.reading.authorised, true);
  assert.equal(last?.reading.at, one('device-removed').at);
});

test('Lomé - Ouagadougou takes as long as figures say, in the middle of many journeys and nearly always', () => {
  const journeys = Array.from({ length: 120 }, (_, index) => {
    const { truth, one } = play(LOME_OUAGA, `long ${index}`, {
      device: { ...calmDevice, movingEveryMs: HOUR, stoppedEveryMs: HOUR },
    });
    const [exit, entry] = truth.filter(({ what }) => what === 'border-presented');
    const left = truth.filter(({ what }) => what === 'border-passed');
    const checkpoints = truth.filter(({ what, why }) => what === 'stopped' && why === 'checkpoint').length;
    const dwellMs = (left[0]?.at ?? 0) - (exit?.at ?? 0) + (left[1]?.at ?? 0) - (entry?.at ?? 0);
    return {
      days: (one('arrived').at - one('departed').at) / (24 * HOUR),
      dwellMinutes: dwellMs / 60_000,
      checkpoints,
    };
  });
  const sorted = (key: 'days' | 'dwellMinutes' | 'checkpoints'): number[] =>
    journeys.map((journey) => journey[key]).sort((a, b) => a - b);
  const days = sorted('days');
  // 2.42 days (corridor file) to 5 days (tracking notes, section 11), tails of the border beyond.
  assert.ok((days[60] ?? 0) > 2 && (days[60] ?? 0) < 3.5, `median ${days[60]}`);
  assert.ok((days[6] ?? 0) > 1.5 && (days[110] ?? 0) < 5, `${days[6]} to ${days[110]}`);
  const dwell = sorted('dwellMinutes');
  assert.ok((dwell[60] ?? 0) > 110 && (dwell[60] ?? 0) < 210, `median dwell ${dwell[60]}`);
  assert.ok((dwell.at(-1) ?? 0) > 8 * 60, `longest dwell ${dwell.at(-1)}`);
  const mean = sorted('checkpoints').reduce((sum, count) => sum + count, 0) / 120;
  assert.ok(mean > 14 && mean < 20, `checkpoints ${mean}`);
});

test('a truck stands longer than half an hour only in towns and at offices', () => {
  for (const name of reference.corridors.keys()) {
    const road = roadOf(corridorOf(reference.corridors, name));
    const places = [
      ...road.corridor.road.map(({ kmFromStart }) => kmFromStart),
      ...road.zones.map(({ km }) => km),
    ];
    const { truth } = play(name, 'towns', { device: calmDevice });
    const stops = truth.filter(({ what }) => what === 'stopped' || what === 'resumed');
    stops.forEach(({ what, at, km }, index) => {
      const until = stops[index + 1]?.at ?? at;
      if (what !== 'stopped' || until - at < HOUR / 2) return;
      assert.ok(Math.min(...places.map((place) => Math.abs(place - km))) <= 1.1, `${name}: ${km}`);
    });
  }
});

test('north of the eleventh degree nobody drives by night', () => {
  for (let seed = 0; seed < 10; seed++) {
    const { taken } = play('OUAGADOUGOU-BAMAKO-KOURY', `night ${seed}`, { device: calmDevice });
    for (const { reading } of taken) {
      const hour = new Date(reading.at).getUTCHours();
      if (hour < 5 || hour >= 20) assert.ok(reading.speedKmh < 2, `${reading.speedKmh} km/h at ${hour} h`);
    }
  }
});
