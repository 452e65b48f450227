import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import { alertsOf } from '../protocols/alerts-of.ts';
import { device as session } from '../protocols/testing/reading.ts';
import type { Device } from './dialect.ts';
import { teltonikaDialect as dialect } from './teltonika.ts';
import { reading } from './testing/reading.ts';

const device: Device = { id: '999000000000017', zoneMinutes: 0, nextSerial: () => 1 };

const sent = (...readings: Parameters<typeof reading>[0][]) =>
  dialect.report(device, readings.map(reading), false);
const read = (content: ReturnType<typeof sent>) =>
  dialect.protocol.read(dialect.protocol.write(content, session), session);

test('A device says its IMEI first and then reports at once', () => {
  const login = dialect.greet(device, []);
  assert.ok(login);
  assert.equal(dialect.protocol.write(login, session).toString('hex'), '000f393939303030303030303030303137');
  assert.equal(dialect.greet(device, [Buffer.from([1])]), null);
});

test('A reading arrives as it was measured, with lock and battery', () => {
  const { reports, conditions } = read(sent({}));
  assert.deepEqual(reports, [
    {
      time: '2026-11-22T10:00:00.500Z',
      lat: 12.3456789,
      lon: -1.5,
      speedKmh: 61,
      courseDeg: 271,
      altitudeM: 300,
      fixed: true,
    },
  ]);
  assert.deepEqual(conditions, [
    { alerts: [], stored: null, lock: 'LOCKED', authorised: null, batteryPct: 80 },
  ]);
});

test('Each alert that the dialect expresses is read by the platform, and nothing else with it', () => {
  assert.equal(dialect.expresses.length, 10);
  for (const alert of dialect.expresses)
    for (const variant of ['8', '8e', '16']) {
      const content = dialect.report({ ...device, variant }, [reading({ alerts: [alert] })], false);
      assert.deepEqual(alertsOf(read(content)), [alert], `${variant} ${alert}`);
    }
});

test('A cut rope is told as an open seal, an opening by an officer as a rightful one', () => {
  const cut = read(sent({ alerts: ['LOCK_CUT'], lock: 'CUT' }));
  assert.deepEqual(cut.conditions[0]?.alerts, ['SEAL_OPEN']);
  assert.equal(cut.conditions[0]?.authorised, false);
  const opened = read(sent({ alerts: ['SEAL_OPEN'], lock: 'UNLOCKED', authorised: true }));
  assert.equal(opened.conditions[0]?.authorised, true);
  assert.equal(opened.conditions[0]?.lock, 'UNLOCKED');
});

test('Several alerts of one reading all arrive', () => {
  const alerts: AlertCode[] = ['SEAL_OPEN', 'DOOR_OPEN', 'OVERSPEED', 'GNSS_JAM'];
  assert.deepEqual(new Set(alertsOf(read(sent({ alerts })))), new Set(alerts));
});

test('The largest batch stays within the packet that the vendor allows', () => {
  const alerts: AlertCode[] = ['SEAL_TAMPER', 'DEVICE_DETACHED', 'GNSS_JAM', 'OVERSPEED', 'SEAL_OPEN'];
  const readings = Array.from({ length: dialect.batch }, () => reading({ alerts }));
  const bytes = dialect.protocol.write(dialect.report({ ...device, variant: '8e' }, readings, true), session);
  assert.ok(bytes.length <= 1280, `${bytes.length}`);
});

test('A packet is taken when all its records are, and sent again for any other number', () => {
  const two = sent({}, {});
  assert.equal(dialect.expectsAnswer(two), true);
  assert.equal(dialect.settles(two, Buffer.from('00000002', 'hex')), 'accepted');
  assert.equal(dialect.settles(two, Buffer.from('00000001', 'hex')), 'again');
  assert.equal(dialect.settles(two, Buffer.from('01', 'hex')), 'unrelated');
  const login = dialect.greet(device, []);
  assert.ok(login);
  assert.equal(dialect.settles(login, Buffer.from([1])), 'accepted');
  assert.equal(dialect.settles(login, Buffer.from([0])), 'again');
});

test('Without a fix the last position is told as such', () => {
  const { reports } = read(sent({ fixed: false, satellites: 0 }));
  assert.deepEqual(reports[0], {
    time: '2026-11-22T10:00:00.500Z',
    lat: 12.3456789,
    lon: -1.5,
    speedKmh: 0,
    courseDeg: 271,
    altitudeM: 300,
    fixed: false,
  });
});
