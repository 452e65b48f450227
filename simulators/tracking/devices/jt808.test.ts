import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import { jt808 } from '../protocols/jt808/jt808.ts';
import type { FrameContent, Session } from '../protocols/protocol.ts';
import type { Device, Reading } from './dialect.ts';
import { jt808Dialect } from './jt808.ts';

const session: Session = { deviceId: null, zoneMinutes: 480, udp: false, speaker: 'device' };

function deviceOf(variant: string, memory: { secret: string | null } = { secret: null }): Device {
  let serial = 65_534;
  return { id: '22890000017', variant, zoneMinutes: 480, memory, nextSerial: () => serial++ };
}

const reading: Reading = {
  at: Date.UTC(2026, 2, 4, 5, 6, 7, 890),
  lat: 6.1371234,
  lon: -1.2223,
  altitudeM: 40.6,
  speedKmh: 61.26,
  courseDeg: 359.6,
  satellites: 9,
  fixed: true,
  batteryPct: 88,
  externalPower: false,
  lock: 'LOCKED',
  authorised: false,
  odometerKm: 1234.56,
  alerts: [],
};

const sent = (content: FrameContent | null): FrameContent => {
  assert.ok(content);
  return jt808.read(jt808.write(content, session), session);
};
const answers = (content: FrameContent, accepted = true) =>
  jt808.answer(content, { accepted, serial: 3, now: 0 }, session);
const told = (content: FrameContent) => ({
  msgId: content.fields['msgId'],
  serial: content.fields['serial'],
});

for (const variant of ['2013', '2019']) {
  test(`a device of ${variant} registers once, and logs in with the code it was given`, () => {
    const memory = { secret: null };
    const device = deviceOf(variant, memory);
    const register = sent(jt808Dialect.greet(device, []));
    assert.deepEqual(told(register), { msgId: '0x0100', serial: 65_534 });
    const [code] = answers(register);
    assert.ok(code);
    const login = sent(jt808Dialect.greet(device, [code]));
    assert.deepEqual(told(login), { msgId: '0x0102', serial: 65_535 });
    assert.equal(login.fields['version2019'], variant === '2019');
    assert.equal(jt808Dialect.greet(device, [code, ...answers(login)]), null);
    const again = sent(jt808Dialect.greet(deviceOf(variant, memory), []));
    assert.deepEqual([again.fields['msgId'], again.fields['authCode']], ['0x0102', memory.secret]);
    assert.equal(jt808Dialect.greet(device, answers(again)), null);
  });
}

test('a device whose code is refused forgets it and registers anew', () => {
  const memory = { secret: 'old' };
  const device = deviceOf('2013', memory);
  const login = sent(jt808Dialect.greet(device, []));
  assert.equal(login.fields['authCode'], 'old');
  const register = sent(jt808Dialect.greet(device, answers(login, false)));
  assert.deepEqual([told(register), memory.secret], [{ msgId: '0x0100', serial: 65_535 }, null]);
});

test('a reading is one location; stored readings are a batch from the blind area that fits one frame', () => {
  const live = sent(jt808Dialect.report(deviceOf('2019'), [reading], false));
  assert.deepEqual(live.reports, [
    {
      time: '2026-03-04T05:06:07.000Z',
      lat: 6.137123,
      lon: -1.2223,
      speedKmh: 61.3,
      courseDeg: 360,
      altitudeM: 41,
      fixed: true,
    },
  ]);
  assert.deepEqual(live.conditions, [
    { alerts: [], stored: null, lock: 'LOCKED', authorised: null, batteryPct: 88 },
  ]);
  assert.equal(live.fields['msgId'], '0x0200');
  const worst: Reading = { ...reading, alerts: [...jt808Dialect.expresses], authorised: true };
  const many = Array.from({ length: jt808Dialect.batch }, (_, index) => ({
    ...worst,
    at: reading.at + index * 1000,
  }));
  const content = jt808Dialect.report(deviceOf('2019'), many, true);
  const batch = sent(content);
  assert.deepEqual(
    [batch.fields['msgId'], batch.fields['batchType'], batch.reports.length],
    ['0x0704', 1, 14],
  );
  assert.deepEqual(batch.conditions, content.conditions);
  assert.deepEqual(batch.reports, content.reports);
  assert.equal(batch.conditions[13]?.stored, true);
});

test('each alert that the dialect expresses is decoded as that alert alone', () => {
  for (const alert of jt808Dialect.expresses) {
    const alerts: AlertCode[] = [alert];
    const frame = sent(
      jt808Dialect.report(deviceOf('2013'), [{ ...reading, alerts, authorised: true }], false),
    );
    assert.deepEqual(frame.conditions[0]?.alerts, alerts);
  }
});

test('a lock that was opened without right or cut is open and tampered with', () => {
  const cases: readonly (readonly [Partial<Reading>, readonly unknown[]])[] = [
    [{ alerts: ['SEAL_OPEN'], authorised: true, lock: 'UNLOCKED' }, ['UNLOCKED', true, ['SEAL_OPEN']]],
    [{ alerts: ['SEAL_OPEN'], authorised: false, lock: 'UNLOCKED' }, ['UNLOCKED', null, ['SEAL_TAMPER']]],
    [{ alerts: ['LOCK_CUT'], lock: 'CUT' }, ['UNLOCKED', null, ['SEAL_TAMPER']]],
    [{ lock: 'UNKNOWN' }, [null, null, []]],
  ];
  for (const [change, expected] of cases) {
    const frame = sent(jt808Dialect.report(deviceOf('2013'), [{ ...reading, ...change }], false));
    const [condition] = frame.conditions;
    assert.deepEqual([condition?.lock, condition?.authorised, condition?.alerts], expected);
  }
});

test('an answer settles the frame whose serial and message it names, and no other', () => {
  const device = deviceOf('2013');
  const first = sent(jt808Dialect.report(device, [reading], false));
  const second = sent(jt808Dialect.report(device, [reading], false));
  const settled = (content: FrameContent, hex: string) =>
    jt808Dialect.settles(content, Buffer.from(hex, 'hex'));
  const [accepted] = answers(first);
  const [refused] = answers(first, false);
  assert.ok(accepted && refused);
  assert.equal(accepted.toString('hex'), '7e800100050228900000170003fffe020000297e');
  assert.equal(jt808Dialect.settles(first, accepted), 'accepted');
  assert.equal(jt808Dialect.settles(first, refused), 'again');
  assert.equal(jt808Dialect.settles(second, accepted), 'unrelated');
  // Alarm confirmed.
  assert.equal(settled(first, '7e800100050228900000170003fffe0200042d7e'), 'accepted');
  // A damaged answer, and the same serial of a heartbeat.
  assert.equal(settled(first, '7e800100050228900000170003fffe0200042e7e'), 'unrelated');
  assert.equal(settled(first, '7e800100050228900000170003fffe000200297e'), 'unrelated');
  const beat = jt808Dialect.heartbeat(device);
  assert.equal(beat && jt808.write(beat, session).toString('hex'), '7e000200000228900000170000af7e');
});
