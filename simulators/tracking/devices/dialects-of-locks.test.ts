import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FrameContent } from '../protocols/protocol.ts';
import { plainSession } from '../protocols/testing/codec-properties.ts';
import type { Device, Dialect, Reading } from './dialect.ts';
import { jointechDialect } from './jointech.ts';
import { mqttDialect } from './mqtt.ts';
import { osmandDialect } from './osmand.ts';

const device: Device = { id: '8000620011', variant: 'JT701D', zoneMinutes: 0, nextSerial: () => 300 };
const calm: Reading = {
  at: Date.UTC(2026, 1, 2, 2, 40, 0, 700),
  lat: 6.1287,
  lon: -1.2215,
  altitudeM: 130.25,
  speedKmh: 61.2,
  courseDeg: 271,
  satellites: 9,
  fixed: true,
  batteryPct: 71.4,
  externalPower: false,
  lock: 'LOCKED',
  authorised: false,
  odometerKm: 1204.7,
  alerts: [],
};

/** The frame as a server reads it. */
function received(dialect: Dialect, reading: Reading, stored = false): FrameContent {
  const bytes = dialect.protocol.write(dialect.report(device, [reading], stored), plainSession);
  return dialect.protocol.read(bytes, plainSession);
}

const reception = { accepted: true, serial: 1, now: 0 };

for (const dialect of [jointechDialect, osmandDialect, mqttDialect]) {
  const { name } = dialect.protocol;

  test(`${name}: each alert that the dialect expresses arrives as itself, live and from memory.`, () => {
    for (const alert of dialect.expresses)
      for (const stored of [false, true]) {
        const { conditions } = received(dialect, { ...calm, alerts: [alert] }, stored);
        assert.deepEqual([conditions[0]?.alerts, conditions[0]?.stored === true], [[alert], stored], alert);
      }
    assert.deepEqual(received(dialect, { ...calm, alerts: ['DEVICE_SILENT'] }).conditions[0]?.alerts, []);
  });

  test(`${name}: each state of the lock arrives as itself.`, () => {
    for (const lock of ['LOCKED', 'UNLOCKED', 'CUT', 'UNKNOWN'] as const)
      assert.equal(received(dialect, { ...calm, lock }).conditions[0]?.lock, lock);
  });

  test(`${name}: an opening by card arrives as rightful.`, () => {
    const opened = received(dialect, { ...calm, lock: 'UNLOCKED', authorised: true, alerts: ['SEAL_OPEN'] });
    const [condition] = opened.conditions;
    assert.deepEqual([opened.kind, condition?.alerts, condition?.authorised], ['alarm', ['SEAL_OPEN'], true]);
  });

  test(`${name}: any reading arrives where and when it was taken.`, () => {
    const readings = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      speedKmh: fc.double({ min: 0, max: 140, noNaN: true }),
      courseDeg: fc.double({ min: 0, max: 360, noNaN: true }),
      altitudeM: fc.double({ min: -400, max: 3000, noNaN: true }),
      odometerKm: fc.double({ min: 0, max: 90_000, noNaN: true }),
      fixed: fc.boolean(),
      authorised: fc.boolean(),
      alerts: fc.uniqueArray(fc.constantFrom(...dialect.expresses)),
    });
    fc.assert(
      fc.property(readings, fc.boolean(), (generated, stored) => {
        const [report] = received(dialect, { ...calm, ...generated }, stored).reports;
        assert.ok(report?.time && report.lat !== null && report.lon !== null && report.speedKmh !== null);
        assert.ok(Math.abs(Date.parse(report.time) - calm.at) < 1000);
        assert.ok(Math.abs(report.lat - generated.lat) < 1e-5 && Math.abs(report.lon - generated.lon) < 1e-5);
        assert.ok(Math.abs(report.speedKmh - generated.speedKmh) <= 0.98);
        assert.equal(report.fixed, generated.fixed);
      }),
      { numRuns: 300 },
    );
  });
}

test('a Jointech frame is settled by the answer with its serial only.', () => {
  const sent = jointechDialect.report(device, [calm], false);
  const [answer] = jointechDialect.protocol.answer(sent, reception, plainSession);
  assert.equal(answer?.toString(), '(P69,0,44)');
  const settled = (text: string) => jointechDialect.settles(sent, Buffer.from(text));
  assert.deepEqual(
    [settled('(P69,0,44)'), settled('(P69,1,44)'), settled('(P69,0,45)'), settled('(P35)'), settled('(P46)')],
    ['accepted', 'again', 'unrelated', 'unrelated', 'unrelated'],
  );
});

test('a JT701 takes the short answer of its version.', () => {
  const sent = jointechDialect.report({ ...device, variant: 'JT701' }, [calm], false);
  assert.equal(jointechDialect.settles(sent, Buffer.from('(P35)')), 'accepted');
  assert.equal(jointechDialect.protocol.answer(sent, reception, plainSession)[0]?.toString(), '(P35)');
});

test('a Jointech opening is settled by the serial of its event.', () => {
  const sent = jointechDialect.report(device, [{ ...calm, authorised: true, alerts: ['SEAL_OPEN'] }], false);
  const [answer = Buffer.alloc(0)] = jointechDialect.protocol.answer(sent, reception, plainSession);
  assert.equal(answer.toString(), '(P69,0,44)');
  assert.equal(jointechDialect.settles(sent, answer), 'accepted');
});

test('a Jointech heartbeat wants no answer and has the form of the manual.', () => {
  const beat = jointechDialect.heartbeat(device);
  assert.ok(beat);
  assert.equal(jointechDialect.protocol.write(beat, plainSession).toString(), '(8000620011,@JT)');
  assert.equal(jointechDialect.expectsAnswer(beat), false);
});

test('an OsmAnd request is settled by 200 and sent again after 503.', () => {
  const sent = osmandDialect.report(device, [calm], true);
  const [taken = Buffer.alloc(0)] = osmandDialect.protocol.answer(sent, reception, plainSession);
  const [refused = Buffer.alloc(0)] = osmandDialect.protocol.answer(
    sent,
    { ...reception, accepted: false },
    plainSession,
  );
  assert.deepEqual(
    [osmandDialect.settles(sent, taken), osmandDialect.settles(sent, refused)],
    ['accepted', 'again'],
  );
  const server = { ...plainSession, speaker: 'server' as const };
  assert.equal(osmandDialect.protocol.read(taken, server).fields['status'], 200);
  assert.deepEqual(osmandDialect.protocol.cut(taken, 0, server), {
    kind: 'frame',
    start: 0,
    end: taken.length,
  });
});

test('an MQTT message holds 50 readings and is settled by an empty answer.', () => {
  const sent = mqttDialect.report(
    device,
    Array.from({ length: 50 }, () => calm),
    true,
  );
  const bytes = mqttDialect.protocol.write(sent, plainSession);
  assert.equal(mqttDialect.protocol.read(bytes, plainSession).reports.length, 50);
  assert.ok(bytes.length <= mqttDialect.protocol.longestFrame);
  assert.equal(mqttDialect.settles(sent, Buffer.alloc(0)), 'accepted');
});
