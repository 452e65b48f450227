import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FieldError, type FrameContent } from '../protocol.ts';
import { bytesOf, vectorsOf } from '../testing/vectors.ts';
import { jt808 } from './jt808.ts';

const session = { deviceId: null, zoneMinutes: 480, udp: false, speaker: 'device' } as const;
const vectors = vectorsOf('jt808');
const contentOf = (id: string): FrameContent => {
  const found = vectors.find((vector) => vector.id === id);
  assert.ok(found, id);
  return jt808.read(bytesOf(found), session);
};
const located = (alarmFlag: number, ...extras: (readonly [id: string, hex: string])[]) => {
  const frame = contentOf('jt808-054');
  const location = { alarmFlag, statusFlag: 2, extras: extras.map(([id, hex]) => ({ id, hex })) };
  const written = jt808.write({ ...frame, fields: { ...frame.fields, location } }, session);
  const [condition] = jt808.read(written, session).conditions;
  assert.ok(condition);
  return condition;
};

test('alarm bits are told as the codes of the profile, others as none', () => {
  const byBit = Array.from({ length: 32 }, (_, bit) => [bit, ...located(2 ** bit).alerts]);
  assert.deepEqual(
    byBit.filter((row) => row.length > 1),
    [
      [1, 'OVERSPEED'],
      [4, 'GNSS_LOSS'],
      [5, 'GNSS_LOSS'],
      [6, 'GNSS_LOSS'],
      [7, 'LOW_BATTERY'],
      [8, 'SEAL_TAMPER'],
      [16, 'SEAL_TAMPER'],
      [17, 'SEAL_TAMPER'],
      [19, 'UNAUTHORISED_STOP'],
      [20, 'GEOFENCE_EXIT'],
      [21, 'DEVIATION'],
      [23, 'DEVIATION'],
      [31, 'DOOR_OPEN'],
    ],
  );
});

test('an area is left unless its extra says that it was entered; a route takes too long by its extra', () => {
  assert.deepEqual(located(1 << 20, ['0x12', '010000000101']).alerts, ['GEOFENCE_EXIT']);
  assert.deepEqual(located(1 << 20, ['0x12', '010000000100']).alerts, []);
  assert.deepEqual(located(1 << 21, ['0x12', '040000000100']).alerts, []);
  assert.deepEqual(located(1 << 22, ['0x13', '00000002002201']).alerts, ['ROUTE_TIMEOUT']);
  assert.deepEqual(located(1 << 22, ['0x13', '00000002002200']).alerts, []);
});

test('lock extras say whether a lock is shut, and whether it was opened by right', () => {
  const shut = '0228900000170e74318000';
  const open = '0228900000180e74308000';
  assert.equal(located(0, ['0x63', shut]).lock, 'LOCKED');
  assert.equal(located(0, ['0x63', shut + open]).lock, 'UNLOCKED');
  assert.equal(located(0, ['0x63', '00']).lock, null);
  assert.equal(contentOf('jt808-103').conditions[0]?.lock, 'LOCKED');
  assert.equal(contentOf('jt808-102').conditions[0]?.lock, 'UNLOCKED');
  const unlocking = (result: string) => {
    const { authorised, alerts } = located(0, ['0x0b', `0100863a49${result}`]);
    return [authorised, ...alerts];
  };
  assert.deepEqual(unlocking('01'), [true, 'SEAL_OPEN']);
  assert.deepEqual(unlocking('00'), [false, 'SEAL_TAMPER']);
  assert.deepEqual(unlocking('63'), [false, 'SEAL_TAMPER']);
  assert.deepEqual(unlocking('65'), [null]);
});

test('a batch from the blind area is stored, a normal one is not, a single location does not say', () => {
  assert.deepEqual(new Set(contentOf('jt808-146').conditions.map(({ stored }) => stored)), new Set([true]));
  assert.deepEqual(new Set(contentOf('jt808-040').conditions.map(({ stored }) => stored)), new Set([false]));
  assert.equal(contentOf('jt808-054').conditions[0]?.stored, null);
});

test('a Jointech lock tells UTC, minutes and knots, and is written in its steps', () => {
  const frame = contentOf('jt808-133');
  assert.deepEqual(frame.reports, [
    {
      time: '2020-07-22T02:45:42.000Z',
      lat: 6.2226233,
      lon: -75.5991883,
      speedKmh: 0,
      courseDeg: 0,
      altitudeM: null,
      fixed: false,
    },
  ]);
  const [report] = frame.reports;
  assert.ok(report);
  const changed = { ...report, lat: -12.5, lon: 1.25, speedKmh: 18.5, courseDeg: 90, fixed: true };
  const again = jt808.read(jt808.write({ ...frame, reports: [changed] }, session), session);
  assert.deepEqual(again.reports, [changed]);
  assert.throws(
    () => jt808.write({ ...frame, reports: [{ ...changed, altitudeM: 3 }] }, session),
    (error) => error instanceof FieldError && error.field === '/reports/0/altitudeM',
  );
});

test('a registration is answered with the phone as code, or refused without one', () => {
  const register = contentOf('jt808-008');
  const said = (accepted: boolean) =>
    jt808.answer(register, { accepted, serial: 5, now: 0 }, session).map((answer) => {
      const { msgId, ackSerial, result, authCode, serial, version2019 } = jt808.read(answer, session).fields;
      return { msgId, ackSerial, result, authCode, serial, version2019 };
    });
  const alike = { msgId: '0x8100', ackSerial: 10, serial: 5, version2019: true };
  assert.deepEqual(said(true), [{ ...alike, result: 0, authCode: '00000000000123456789' }]);
  assert.deepEqual(said(false), [{ ...alike, result: 4, authCode: '' }]);
});

test('a terminal that asks for the time is given that of the server, in UTC', () => {
  const asking = jt808.read(Buffer.from('7e01090000012345678900000a8b7e', 'hex'), session);
  const now = Date.UTC(2026, 2, 4, 5, 6, 7);
  const [answer] = jt808.answer(asking, { accepted: true, serial: 0, now }, session);
  assert.equal(answer?.toString('hex').slice(2, -4), '81090007012345678900' + '0000' + '07ea0304050607');
});
