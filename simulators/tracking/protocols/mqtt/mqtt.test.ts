import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mqttAlerts } from '../../../../profile/tracking/alerts/mqtt.ts';
import { FieldError, type FrameContent, FrameError } from '../protocol.ts';
import {
  assertChunksDoNotMatter,
  assertRoundTrip,
  assertSurvives,
  plainSession,
  throughJson,
} from '../testing/codec-properties.ts';
import { mqtt } from './mqtt.ts';
import { deviceOfTopic, reportsTopic } from './payload.ts';

const orMissing = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.option(fc.option(value, { nil: null }), { nil: undefined });
const report = fc.record({
  time: orMissing(fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString())),
  lat: orMissing(fc.double({ min: -90, max: 90, noNaN: true })),
  lon: orMissing(fc.double({ min: -180, max: 180, noNaN: true })),
  altitudeM: orMissing(fc.integer({ min: -400, max: 9000 })),
  speedKmh: orMissing(fc.nat(4000).map((tenths) => tenths / 10)),
  courseDeg: orMissing(fc.nat(360)),
  fixed: fc.boolean(),
  satellites: orMissing(fc.nat(40)),
  stored: orMissing(fc.boolean()),
  lock: orMissing(fc.constantFrom('LOCKED', 'UNLOCKED', 'CUT', 'UNKNOWN')),
  authorised: orMissing(fc.boolean()),
  batteryPct: orMissing(fc.nat(100)),
  externalPower: orMissing(fc.boolean()),
  odometerKm: orMissing(fc.nat(90_000)),
  signals: fc.option(fc.uniqueArray(fc.constantFrom(...mqttAlerts.map(({ signal }) => signal))), {
    nil: undefined,
  }),
});
const frame = fc
  .tuple(fc.array(report, { maxLength: 4 }), fc.nat(4_294_967_295), fc.constantFrom(undefined, 1, '\t'))
  .map(([reports, sequence, indent]) =>
    Buffer.from(JSON.stringify({ version: 1, deviceId: 'SYN-0001', sequence, reports }, null, indent)),
  );

test('every payload is written back to the same bytes, however it was spelled.', () => {
  fc.assert(
    fc.property(frame, (bytes) => assertRoundTrip(mqtt, bytes)),
    { numRuns: 400 },
  );
});

test('payloads come out of a stream whatever its chunks and the noise between them.', () => {
  const noise = fc.constantFrom('', '\r\n', 'PING ').map((text) => Buffer.from(text));
  assertChunksDoNotMatter(mqtt, frame, noise);
});

test('damaged payloads are refused or read, never thrown at the caller.', () => {
  assertSurvives(mqtt, frame, 1000);
});

const sample =
  '{"version":1,"deviceId":"SYN-7","sequence":4,"reports":[{"time":"2026-02-02T02:40:00.000Z","lat":6.10,"lon":1.2,"fixed":true,"lock":"CUT","signals":["rope-cut"],"batteryPct":71}]}';

test('a payload tells its reports and the condition of the lock.', () => {
  const { kind, deviceId, reports, conditions } = mqtt.read(Buffer.from(sample), plainSession);
  assert.deepEqual([kind, deviceId], ['alarm', 'SYN-7']);
  assert.deepEqual(reports, [
    {
      time: '2026-02-02T02:40:00.000Z',
      lat: 6.1,
      lon: 1.2,
      speedKmh: null,
      courseDeg: null,
      altitudeM: null,
      fixed: true,
    },
  ]);
  assert.deepEqual(conditions, [
    { alerts: ['LOCK_CUT'], stored: null, lock: 'CUT', authorised: null, batteryPct: 71 },
  ]);
});

test('a truck that left its convoy is told by its device.', () => {
  const told = mqtt.read(Buffer.from(sample.replace('rope-cut', 'convoy-left')), plainSession);
  assert.deepEqual(told.conditions[0]?.alerts, ['CONVOY_BREAK']);
});

test('a changed value wins over the spelling that was kept.', () => {
  const content = throughJson(mqtt.read(Buffer.from(sample), plainSession));
  const [first] = content.reports;
  assert.ok(first);
  const written = mqtt.write({ ...content, reports: [{ ...first, lat: -6.5 }] }, plainSession);
  assert.equal(mqtt.read(written, plainSession).reports[0]?.lat, -6.5);
});

test('what the payload cannot say is refused, with its pointer or its place.', () => {
  const content = mqtt.read(Buffer.from(sample), plainSession);
  const [first] = content.reports;
  const [condition] = content.conditions;
  assert.ok(first && condition);
  const refuses = (given: FrameContent, field: string): void =>
    assert.throws(
      () => mqtt.write(given, plainSession),
      (error) => error instanceof FieldError && error.field === field,
    );
  refuses({ ...content, reports: [{ ...first, lat: 91 }] }, '/reports/0/lat');
  refuses({ ...content, conditions: [{ ...condition, batteryPct: 101 }] }, '/conditions/0/batteryPct');
  refuses(
    { ...content, conditions: [{ ...condition, alerts: ['DEVICE_SILENT'] }] },
    '/conditions/0/alerts/0',
  );
  refuses({ ...content, fields: { ...content.fields, sequence: -1 } }, '/fields/sequence');
  refuses({ ...content, deviceId: 'a/b' }, '/deviceId');
  assert.throws(
    () => mqtt.read(Buffer.from(sample.replace('6.10', '96')), plainSession),
    (error) =>
      error instanceof FrameError && error.code === 'VALUE' && error.offset === sample.indexOf('"lat"'),
  );
});

test('the topic names the device.', () => {
  assert.equal(reportsTopic('SYN-7'), 'corridor/trackers/SYN-7/reports');
  assert.equal(deviceOfTopic('corridor/trackers/SYN-7/reports'), 'SYN-7');
  assert.equal(deviceOfTopic('corridor/trackers/+/reports'), null);
});
