import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc16Arc } from '../bytes/crc16.ts';
import { decode } from '../decode.ts';
import { FieldError, type FrameContent, type Session } from '../protocol.ts';
import { device, faultsOf, only as onlyOf, reception } from '../testing/reading.ts';
import { teltonika } from './teltonika.ts';

const server: Session = { ...device, deviceId: '356307042441013', speaker: 'server' };

const only = (hex: string, session = device) => onlyOf(teltonika, hex, session);
const faults = (hex: string) => faultsOf(teltonika, hex);

/** A packet around a body, with its right checksum. */
function packet(body: string): string {
  const bytes = Buffer.from(body, 'hex');
  const length = bytes.length.toString(16).padStart(8, '0');
  return `00000000${length}${body}${crc16Arc(bytes).toString(16).padStart(8, '0')}`;
}

const RECORD = '0000016b40d8ea3001eccf9b8014b1f8e0fff4010e0c0050';

test('A record south and west of zero and below the sea has its signs, and its altitude in metres', () => {
  const frame = only(packet(`0801${RECORD}00000000000001`));
  assert.deepEqual(frame.reports, [
    {
      time: '2019-06-10T10:04:46.000Z',
      lat: 34.7207904,
      lon: -32.193856,
      speedKmh: 80,
      courseDeg: 270,
      altitudeM: -12,
      fixed: true,
    },
  ]);
  const south = only(packet(`0801${'0000016b40d8ea3001eccf9b80eccf9b80fff4010e0c0050'}00000000000001`));
  assert.equal(south.reports[0]?.lat, -32.193856);
});

test('An element of eight bytes keeps every bit as decimal text', () => {
  const hex = packet(`0801${RECORD}000100000001${'0bffffffffffffffff'}01`);
  const frame = only(hex);
  assert.deepEqual(frame.fields['records'], [
    {
      priority: 1,
      satellites: 12,
      eventIoId: 0,
      ioTotal: 1,
      io: [{ id: 11, size: 8, value: '18446744073709551615' }],
    },
  ]);
  assert.equal(teltonika.write(frame, device).toString('hex'), hex);
});

test('A packet without records is acknowledged with zero', () => {
  const frame = only(packet('8e0000'));
  assert.deepEqual(frame.reports, []);
  assert.deepEqual(frame.responses, ['00000000']);
  assert.equal(teltonika.write(frame, device).toString('hex'), packet('8e0000'));
});

test('A record without satellites is not a fix', () => {
  const frame = only(packet(`0801${RECORD.slice(0, -6)}000000${'000000000000'}01`));
  assert.equal(frame.reports[0]?.fixed, false);
  assert.equal(frame.reports[0]?.lat, 34.7207904);
});

test('A position that is nowhere on earth is told as none and kept for writing', () => {
  const hex = packet(
    `0801${'0000016b40d8ea3001'}${'7fffffff'}${'80000000'}${'fff4ffff0c0050'}00000000000001`,
  );
  const frame = only(hex);
  assert.deepEqual(
    { ...frame.reports[0], time: undefined },
    { time: undefined, lat: null, lon: null, speedKmh: 80, courseDeg: null, altitudeM: -12, fixed: false },
  );
  assert.equal(teltonika.write(frame, device).toString('hex'), hex);
});

test('Counts that differ are refused as LENGTH where the second stands', () => {
  assert.deepEqual(faults(packet(`0801${RECORD}00000000000002`)), [{ offset: 40, code: 'LENGTH' }]);
});

test('A wrong checksum is refused as CHECKSUM where it stands', () => {
  const hex = packet('8e0000');
  assert.deepEqual(faults(`${hex.slice(0, -2)}00`), [{ offset: 11, code: 'CHECKSUM' }]);
});

test('A codec that is not ours is refused as UNSUPPORTED at its byte', () => {
  assert.deepEqual(faults(packet('0702000000')), [{ offset: 8, code: 'UNSUPPORTED' }]);
});

test('A packet longer than the longest frame is refused and the login behind it is read', () => {
  const { frames, errors } = decode(
    teltonika,
    Buffer.from('0000000000100000080affffff000f333536333037303432343431303133', 'hex'),
    device,
    reception,
  );
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['TOO_LONG'],
  );
  assert.deepEqual(
    frames.map(({ deviceId }) => deviceId),
    ['356307042441013'],
  );
});

test('Records after the login are of the device that logged in', () => {
  const { frames } = decode(
    teltonika,
    Buffer.from(`000f333536333037303432343431303133ff${packet('080000')}`, 'hex'),
    device,
    reception,
  );
  assert.deepEqual(
    frames.map(({ kind, deviceId }) => ({ kind, deviceId })),
    [
      { kind: 'login', deviceId: '356307042441013' },
      { kind: 'heartbeat', deviceId: '356307042441013' },
      { kind: 'position', deviceId: '356307042441013' },
    ],
  );
});

test('A refused frame is answered with 00 to a login and with no records taken, a partly taken one with their number', () => {
  const login = only('000f333536333037303432343431303133');
  assert.deepEqual(teltonika.answer(login, { ...reception, accepted: false }, device).map(String), [
    '\u0000',
  ]);
  const two = only(packet(`0802${RECORD}000000000000${RECORD}00000000000002`));
  const answer = (more: object) =>
    teltonika.answer(two, { ...reception, ...more }, device)[0]?.toString('hex');
  assert.equal(answer({ accepted: false }), '00000000');
  assert.equal(answer({ taken: 1 }), '00000001');
  assert.equal(answer({}), '00000002');
});

test('What a server says is read: yes, no, how many, to a datagram, and a command', () => {
  const said = (hex: string, session: Session = server) => {
    const frame = only(hex, session);
    assert.equal(teltonika.write(JSON.parse(JSON.stringify(frame)), session).toString('hex'), hex);
    return frame.fields;
  };
  assert.deepEqual(said('01', { ...server, deviceId: null }), { answers: 'login', accepted: true });
  assert.deepEqual(said('00', { ...server, deviceId: null }), { answers: 'login', accepted: false });
  assert.deepEqual(said('00000003'), { answers: 'records', count: 3 });
  assert.deepEqual(said('00000000'), { answers: 'records', count: 0 });
  assert.deepEqual(said('0005cafe010502', { ...server, udp: true }), {
    answers: 'datagram',
    packetId: 0xcafe,
    avlPacketId: 5,
    count: 2,
  });
  assert.equal(said('000000000000000f0c010500000007676574696e666f0100004312')['text'], 'getinfo');
});

test('Answers of a server are read one after the other, a command between them', () => {
  const { frames, errors } = decode(
    teltonika,
    Buffer.from('0100000002000000000000000f0c010500000007676574696e666f010000431200000001', 'hex'),
    server,
    reception,
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(
    frames.map(({ kind, fields }) => fields['count'] ?? kind),
    ['other', 2, 1, 1],
  );
});

test('A command of codec 14 names the device and comes back to the same bytes', () => {
  const hex = '00000000000000160e01050000000e0352093081452251676574766572010000d2c1';
  const frame = only(hex, server);
  assert.deepEqual(frame.fields, { codec: 14, count: 1, type: 5, imei: '352093081452251', text: 'getver' });
  assert.equal(teltonika.write(frame, server).toString('hex'), hex);
});

test('A report that was edited is written as edited', () => {
  const frame = only(packet(`0801${RECORD}00000000000001`));
  const [report] = frame.reports;
  assert.ok(report);
  const edited = {
    time: '2026-01-02T03:04:05.678Z',
    lat: -6.1287,
    lon: 1.2215,
    speedKmh: 61,
    courseDeg: 12,
    altitudeM: 300,
    fixed: false,
  };
  const bytes = teltonika.write({ ...frame, reports: [{ ...report, ...edited }] }, device);
  assert.deepEqual(teltonika.read(bytes, device).reports, [edited]);
});

test('Content that the protocol cannot say is refused with the pointer of its field', () => {
  const frame = only(packet(`0801${RECORD}00000000000001`));
  const [report] = frame.reports;
  assert.ok(report);
  const refused = (change: Partial<FrameContent>) => {
    try {
      teltonika.write({ ...frame, ...change }, device);
    } catch (error) {
      if (error instanceof FieldError) return error.field;
      throw error;
    }
    return null;
  };
  assert.equal(refused({ reports: [{ ...report, lat: 91 }] }), '/reports/0/lat');
  assert.equal(refused({ reports: [{ ...report, time: null }] }), '/reports/0/time');
  assert.equal(refused({ reports: [] }), '/fields/records');
  assert.equal(refused({ fields: { codec: 8 } }), '/fields/records');
  const details = { priority: 0, satellites: 5, eventIoId: 300, io: [] };
  assert.equal(refused({ fields: { codec: 8, records: [details] } }), '/fields/records/0/eventIoId');
  assert.equal(
    refused({
      fields: { codec: 8, records: [{ ...details, eventIoId: 3, io: [{ id: 1, size: 1, value: 256 }] }] },
    }),
    '/fields/records/0/io/0/value',
  );
});

test('Signals of the elements are told as alerts of the profile, each record its own', () => {
  const alerts = (event: string, one: string) =>
    only(packet(`0801${RECORD}${event}${one}00000001`)).conditions[0];
  assert.deepEqual(alerts('01', '01010100'), {
    alerts: ['SEAL_OPEN'],
    stored: null,
    lock: 'UNLOCKED',
    authorised: null,
    batteryPct: null,
  });
  assert.deepEqual(alerts('00', '01010100')?.alerts, []);
  assert.equal(alerts('00', '01010101')?.lock, 'LOCKED');
  assert.deepEqual(alerts('02', '01010201')?.alerts, ['DOOR_OPEN']);
  assert.deepEqual(alerts('fc', '0101fc01')?.alerts, ['SEAL_TAMPER']);
  assert.deepEqual(alerts('fc', '0101fc00')?.alerts, []);
  assert.deepEqual(alerts('f9', '0101f901')?.alerts, ['GNSS_JAM']);
  assert.deepEqual(alerts('f6', '0101f601')?.alerts, ['DEVICE_DETACHED']);
  assert.deepEqual(alerts('9b', '01019b00')?.alerts, ['GEOFENCE_EXIT']);
  assert.deepEqual(alerts('9f', '01019f01')?.alerts, ['ARRIVAL_GEOFENCE']);
  assert.deepEqual(alerts('9c', '01019c03')?.alerts, ['OVERSPEED']);
  assert.deepEqual(alerts('ff', '0101ff5f')?.alerts, ['OVERSPEED']);
  assert.deepEqual(alerts('45', '01014502')?.alerts, ['GNSS_LOSS']);
  assert.deepEqual(alerts('00', '01017113')?.alerts, ['LOW_BATTERY']);
  assert.deepEqual(alerts('00', '01017114'), {
    alerts: [],
    stored: null,
    lock: null,
    authorised: null,
    batteryPct: 20,
  });
});
