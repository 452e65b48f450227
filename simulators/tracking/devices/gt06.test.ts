import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertsOf } from '../protocols/alerts-of.ts';
import type { FrameContent } from '../protocols/protocol.ts';
import { reception, device as session } from '../protocols/testing/reading.ts';
import type { Device } from './dialect.ts';
import { gt06Dialect as dialect } from './gt06.ts';
import { reading } from './testing/reading.ts';

const device: Device = { id: '999000000000017', zoneMinutes: 0, nextSerial: () => 7 };
const { protocol } = dialect;
const read = (content: FrameContent) => protocol.read(protocol.write(content, session), session);

test('A device logs in with its IMEI and a serial', () => {
  const login = dialect.greet(device, []);
  assert.ok(login);
  assert.equal(protocol.write(login, session).toString('hex').slice(0, 28), '78780d0109990000000000170007');
  assert.equal(dialect.greet(device, [Buffer.alloc(10)]), null);
});

test('A reading arrives as it was measured, in whole seconds and without altitude, and says whether it was stored', () => {
  const live = read(dialect.report(device, [reading({})], false));
  assert.equal(live.fields['protocol'], '0x22');
  assert.deepEqual(live.reports, [
    {
      time: '2026-11-22T10:00:00.000Z',
      lat: 12.3456789,
      lon: -1.5,
      speedKmh: 61,
      courseDeg: 271,
      altitudeM: null,
      fixed: true,
    },
  ]);
  assert.equal(live.fields['mileageM'], 12_500);
  assert.equal(live.conditions[0]?.stored, false);
  assert.equal(read(dialect.report(device, [reading({})], true)).conditions[0]?.stored, true);
});

test('Each alert that the dialect expresses is read by the platform, and nothing else with it', () => {
  assert.equal(dialect.expresses.length, 10);
  for (const alert of dialect.expresses) {
    const content = dialect.report(device, [reading({ alerts: [alert] })], false);
    assert.equal(content.kind, 'alarm');
    assert.deepEqual(alertsOf(read(content)), [alert]);
  }
});

test('Of several alerts the gravest is told, and a low battery beside it', () => {
  const content = dialect.report(
    device,
    [reading({ alerts: ['OVERSPEED', 'SEAL_TAMPER', 'LOW_BATTERY'] })],
    false,
  );
  assert.deepEqual(alertsOf(read(content)), ['SEAL_TAMPER', 'LOW_BATTERY']);
});

test('An opened lock and the battery arrive with the alarm', () => {
  const content = dialect.report(
    device,
    [reading({ alerts: ['SEAL_OPEN'], lock: 'UNLOCKED', batteryPct: 50 })],
    false,
  );
  const [condition] = read(content).conditions;
  assert.equal(condition?.lock, 'UNLOCKED');
  assert.equal(condition?.batteryPct, 50);
});

test('Login, heartbeat and alarm wait for the answer with their number and serial; locations wait for none', () => {
  const heartbeat = dialect.heartbeat(device);
  assert.ok(heartbeat);
  assert.equal(dialect.expectsAnswer(heartbeat), true);
  assert.equal(dialect.expectsAnswer(dialect.report(device, [reading({})], false)), false);
  const [answer] = protocol.answer(read(heartbeat), reception, session);
  assert.ok(answer);
  assert.equal(dialect.settles(heartbeat, answer), 'accepted');
  const another = dialect.heartbeat({ ...device, nextSerial: () => 8 });
  assert.ok(another);
  assert.equal(dialect.settles(another, answer), 'unrelated');
  const login = dialect.greet(device, []);
  assert.ok(login);
  assert.equal(dialect.settles(login, answer), 'unrelated');
  assert.equal(dialect.settles(heartbeat, answer.subarray(1)), 'unrelated');
});
