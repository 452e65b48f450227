import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { FieldError, type FrameContent, type Session } from '../protocol.ts';
import { device, faultsOf, only as onlyOf, reception } from '../testing/reading.ts';
import { gt06 } from './gt06.ts';
import { packet } from './packet.ts';

const only = (hex: string, session: Session = device) => onlyOf(gt06, hex, session);

const frameHex = (protocol: number, content: string, start: '7878' | '7979' = '7878') =>
  packet(start, protocol, Buffer.from(content, 'hex'), 7).toString('hex');

const DATE = '1a0b16173b38';
/** Twelve bytes, nine satellites; 12.3456789 north, 1.5 west, 61 km/h, 271 degrees, fixed. */
const PLACE = 'c90153158e002932e03d1d0f';
const CELL = '026702162e001f72';

test('A location has degrees of seven decimals, south and west negative', () => {
  const { kind, reports, fields } = only(frameHex(0x12, `${DATE}${PLACE}${CELL}`));
  assert.equal(kind, 'position');
  assert.deepEqual(reports, [
    {
      time: '2026-11-22T23:59:56.000Z',
      lat: 12.3456789,
      lon: -1.5,
      speedKmh: 61,
      courseDeg: 271,
      altitudeM: null,
      fixed: true,
    },
  ]);
  assert.deepEqual(fields['lbs'], { mcc: 615, mnc: 2, wideMnc: false, lac: 5678, cid: 8050 });
});

test('The date is read and written in the clock of the device', () => {
  const hex = frameHex(0x12, `${DATE}${PLACE}${CELL}`);
  const niger = { ...device, zoneMinutes: 60 };
  const frame = only(hex, niger);
  assert.equal(frame.reports[0]?.time, '2026-11-22T22:59:56.000Z');
  assert.equal(gt06.write(frame, niger).toString('hex'), hex);
});

test('A stored location says so, with the mileage behind it', () => {
  const stored = (flag: string) => only(frameHex(0x22, `${DATE}${PLACE}${CELL}0100${flag}000003e8`));
  assert.equal(stored('01').conditions[0]?.stored, true);
  assert.equal(stored('00').conditions[0]?.stored, false);
  assert.equal(stored('01').fields['mileageM'], 1000);
  assert.equal(only(frameHex(0x12, `${DATE}${PLACE}${CELL}`)).conditions[0]?.stored, null);
});

test('A day that no month has is told as no time and written again', () => {
  const hex = frameHex(0x12, `1a021e000000${PLACE}${CELL}`);
  const frame = only(hex);
  assert.equal(frame.reports[0]?.time, null);
  assert.equal(gt06.write(frame, device).toString('hex'), hex);
});

test('A place beyond the pole is told as none and written again', () => {
  const hex = frameHex(0x12, `${DATE}c9ffffffff002932e03d1fff${CELL}`);
  const frame = only(hex);
  assert.deepEqual(
    { ...frame.reports[0], time: undefined },
    { time: undefined, lat: null, lon: -1.5, speedKmh: 61, courseDeg: null, altitudeM: null, fixed: false },
  );
  assert.equal(gt06.write(frame, device).toString('hex'), hex);
});

const status = (code: string, info = '00') =>
  only(frameHex(0x16, `${DATE}${PLACE}09${CELL}${info}0304${code}02`));

test('Alarm codes and terminal bits are told as alerts of the profile', () => {
  const alerts = (code: string, info?: string) => status(code, info).alerts;
  const expected = {
    '01': [],
    '02': ['SEAL_TAMPER'],
    '03': [],
    '04': ['ARRIVAL_GEOFENCE'],
    '05': ['GEOFENCE_EXIT'],
    '06': ['OVERSPEED'],
    '0a': ['GNSS_LOSS'],
    '0c': ['SEAL_TAMPER'],
    '13': ['SEAL_TAMPER'],
    '25': ['SEAL_TAMPER'],
    '32': ['SEAL_TAMPER'],
    '0e': ['LOW_BATTERY'],
    '0f': ['LOW_BATTERY'],
    '19': ['LOW_BATTERY'],
    '14': ['DOOR_OPEN'],
    '18': ['DEVICE_DETACHED'],
    '30': ['GNSS_JAM'],
    '33': [],
    '34': ['SEAL_OPEN'],
    c9: [],
  };
  for (const [code, codes] of Object.entries(expected)) assert.deepEqual(alerts(code), codes, code);
  assert.deepEqual(alerts('06', '18'), ['OVERSPEED', 'LOW_BATTERY']);
  assert.deepEqual(alerts('00', '10'), ['SEAL_TAMPER']);
  assert.equal(status('33').conditions[0]?.lock, 'LOCKED');
  assert.equal(status('34').conditions[0]?.lock, 'UNLOCKED');
  assert.equal(status('00').conditions[0]?.batteryPct, 50);
});

test('An alarm laid out otherwise keeps its position and its bytes, and tells no alert', () => {
  const hex = frameHex(0x26, `${DATE}${PLACE}aabbccdd`);
  const frame = only(hex);
  assert.equal(frame.kind, 'alarm');
  assert.equal(frame.reports[0]?.lat, 12.3456789);
  assert.deepEqual(frame.alerts, []);
  assert.equal(gt06.write(frame, device).toString('hex'), hex);
});

test('A heartbeat tells by its bits, not by its alarm byte', () => {
  const { kind, conditions, alerts } = only(frameHex(0x13, '1806040402'));
  assert.equal(kind, 'heartbeat');
  assert.deepEqual(alerts, ['LOW_BATTERY']);
  assert.equal(conditions[0]?.batteryPct, 100);
});

test('A login may carry the type and the zone of the device', () => {
  const zones = (word: string) => only(frameHex(0x01, `0359710043456789${word}`)).fields['zone'];
  assert.equal(zones('a001'), undefined);
  assert.deepEqual(zones('a0013202'), { hhmm: 800, west: false, language: 2 });
  assert.deepEqual(zones('a0014dd9'), { hhmm: 1245, west: true, language: 1 });
  for (const word of ['', 'a001', 'a0014dd9']) {
    const hex = frameHex(0x01, `0359710043456789${word}`);
    assert.equal(only(hex).deviceId, '359710043456789');
    assert.equal(gt06.write(only(hex), device).toString('hex'), hex);
  }
});

test('A login whose digits are none is refused where they stand', () => {
  assert.deepEqual(faultsOf(gt06, frameHex(0x01, '035971004345678a')), [{ offset: 4, code: 'VALUE' }]);
});

test('Frames after the login are of the device that logged in', () => {
  const bytes = Buffer.from(`${frameHex(0x01, '0359710043456789')}${frameHex(0x13, '0006040002')}`, 'hex');
  const { frames } = decode(gt06, bytes, device, reception);
  assert.deepEqual(
    frames.map(({ deviceId }) => deviceId),
    ['359710043456789', '359710043456789'],
  );
});

test('A time request is answered with the time of the server, information and refused frames are not answered', () => {
  const request = only(frameHex(0x8a, ''));
  const now = Date.UTC(2026, 10, 22, 15, 30, 5);
  const [answer] = gt06.answer(request, { ...reception, now }, device);
  assert.equal(answer?.toString('hex').slice(0, 24), '78780b8a1a0b160f1e050007');
  assert.deepEqual(only(frameHex(0x94, '0b01', '7979')).responses, []);
  const login = only(frameHex(0x01, '0359710043456789'));
  assert.deepEqual(gt06.answer(login, { ...reception, accepted: false }, device), []);
});

test('A frame without its stop bytes where the length says is refused, the one behind it is read', () => {
  const good = frameHex(0x13, '0006040002');
  const { frames, errors } = decode(
    gt06,
    Buffer.from(`787806134606020002044dc5050d0a${good}`, 'hex'),
    device,
    reception,
  );
  assert.deepEqual(
    errors.map(({ offset, code }) => ({ offset, code })),
    [{ offset: 0, code: 'LENGTH' }],
  );
  assert.deepEqual(
    frames.map(({ kind }) => kind),
    ['heartbeat'],
  );
});

test('A report that was edited is written as edited', () => {
  const frame = only(frameHex(0x12, `${DATE}${PLACE}${CELL}`));
  const edited = {
    time: '2026-01-02T03:04:05.000Z',
    lat: -6.1287,
    lon: 1.2215,
    speedKmh: 12,
    courseDeg: 90,
    altitudeM: null,
    fixed: false,
  };
  const bytes = gt06.write({ ...frame, reports: [edited] }, device);
  assert.deepEqual(gt06.read(bytes, device).reports, [edited]);
});

test('Content that the protocol cannot say is refused with the pointer of its field', () => {
  const frame = only(frameHex(0x12, `${DATE}${PLACE}${CELL}`));
  const [report] = frame.reports;
  assert.ok(report);
  const refused = (change: Partial<FrameContent>) => {
    try {
      gt06.write({ ...frame, ...change }, device);
    } catch (error) {
      if (error instanceof FieldError) return error.field;
      throw error;
    }
    return null;
  };
  assert.equal(refused({ reports: [{ ...report, altitudeM: 200 }] }), '/reports/0/altitudeM');
  assert.equal(refused({ reports: [{ ...report, time: '1999-12-31T23:59:59.000Z' }] }), '/reports/0/time');
  assert.equal(refused({ reports: [{ ...report, speedKmh: 256 }] }), '/reports/0/speedKmh');
  assert.equal(refused({ reports: [{ ...report, lon: -180.1 }] }), '/reports/0/lon');
  assert.equal(refused({ reports: [] }), '/reports');
  assert.equal(refused({ fields: { ...frame.fields, serial: 65536 } }), '/fields/serial');
  assert.equal(refused({ fields: { protocol: '0x12', serial: 1 } }), '/fields/gps');
});
