import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decode } from '../decode.ts';
import { FieldError, type Frame, type FrameContent, type Reception, type Report } from '../protocol.ts';
import { bytesOf, type Vector, vectorsOf } from '../testing/vectors.ts';
import { jt808 } from './jt808.ts';

const session = { deviceId: null, zoneMinutes: 480, udp: false, speaker: 'device' } as const;
const reception: Reception = { accepted: true, serial: 0, now: Date.UTC(2026, 10, 21, 23, 10, 21) };
const vectors = vectorsOf('jt808');
const strict = vectors.filter((vector) => vector.strict === true);

const viaJson = (content: FrameContent): FrameContent => JSON.parse(JSON.stringify(content));
const hexOf = (content: FrameContent, zoneMinutes = 480) =>
  jt808.write(content, { ...session, zoneMinutes }).toString('hex');

function frameOf(vector: Vector): Frame {
  const { frames, errors, rest } = decode(jt808, bytesOf(vector), session, reception);
  assert.deepEqual({ errors, rest, count: frames.length }, { errors: [], rest: '', count: 1 }, vector.id);
  const [frame] = frames;
  assert.ok(frame);
  return frame;
}

const vectorOf = (id: string): Vector => {
  const found = vectors.find((vector) => vector.id === id);
  assert.ok(found, id);
  return found;
};

test('each strict vector of JT/T 808 is one frame that re-encodes to its bytes, also after JSON', () => {
  assert.equal(strict.length, 99);
  for (const vector of strict) {
    const frame = frameOf(vector);
    assert.equal(hexOf(frame), bytesOf(vector).toString('hex'), vector.id);
    assert.equal(hexOf(viaJson(frame)), bytesOf(vector).toString('hex'), vector.id);
  }
});

/** What the independent reading says, by its own names. */
const rawLocation = z.object({
  lat: z.number(),
  lon: z.number(),
  altitude: z.number(),
  speedKmh: z.number(),
  fixed: z.boolean(),
  direction: z.number(),
  extras: z.array(z.object({ id: z.string(), hex: z.string(), len: z.number() })).optional(),
});
const locatedKeys = [
  'alarmFlag',
  'alarmBits',
  'statusFlag',
  'accOn',
  'latRaw',
  'lonRaw',
  'direction',
  'bcdTime',
];
const derivedKeys = ['bodyLength', 'bodyHex', 'checksum', 'checksumOk', 'lengthOk', 'batchConsumedOk'];
const anything = z.record(z.string(), z.unknown());
const pick = (of: unknown, keys: readonly string[]) => {
  const values = anything.parse(of);
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
};

function assertLocated(raw: unknown, fields: unknown, report: Report | undefined, id: string): void {
  const { lat, lon, altitude, speedKmh, fixed, direction, extras } = rawLocation.parse(raw);
  assert.deepEqual(pick(fields, locatedKeys), pick(raw, locatedKeys), id);
  const { time: _, ...said } = report ?? {};
  assert.deepEqual(said, { lat, lon, speedKmh, altitudeM: altitude, courseDeg: direction, fixed }, id);
  if (extras) {
    const ours = z
      .array(z.object({ id: z.string(), hex: z.string() }))
      .parse(anything.parse(fields)['extras']);
    assert.deepEqual(
      ours.slice(0, extras.length),
      extras.map((extra) => ({ id: extra.id, hex: extra.hex })),
      id,
    );
  }
}

test('each strict vector decodes to the values of the independent reading', () => {
  for (const vector of strict) {
    const frame = frameOf(vector);
    const { location, locations, ...raw } = anything.parse(vector.expected['raw']);
    const keys = Object.keys(raw).filter((key) => !derivedKeys.includes(key) && key !== 'register');
    assert.deepEqual(pick(frame.fields, keys), pick(raw, keys), vector.id);
    if (vector.expected.deviceId) assert.equal(frame.deviceId, vector.expected.deviceId, vector.id);
    if ('bodyHex' in frame.fields) assert.equal(frame.fields['bodyHex'], raw['bodyHex'], vector.id);
    if (raw['register']) {
      const wanted = Object.keys(anything.parse(raw['register']));
      assert.deepEqual(pick(frame.fields['register'], wanted), raw['register'], vector.id);
    }
    const rawLocations = location ? [location] : z.array(z.unknown()).parse(locations ?? []);
    const fields = frame.fields['location'] ? [frame.fields['location']] : (frame.fields['locations'] ?? []);
    for (const [index, item] of rawLocations.entries())
      assertLocated(item, z.array(z.unknown()).parse(fields)[index], frame.reports[index], vector.id);
  }
});

test('times are those of the reference where it gives one, in the zone of GMT+8', () => {
  const dated = strict.flatMap((vector) => {
    const reference = z.object({ fixTime: z.string() }).safeParse(vector.expected['reference']);
    return reference.success ? [{ vector, time: reference.data.fixTime }] : [];
  });
  const seen = dated.flatMap(({ vector, time }) => {
    const [report] = frameOf(vector).reports;
    return report ? [{ id: vector.id, time, ours: report.time }] : [];
  });
  assert.equal(seen.length, 39);
  for (const { id, time, ours } of seen) assert.equal(ours, time, id);
});

test('what on-board units pass through holds the place of the reference', () => {
  for (const id of ['jt808-112', 'jt808-121']) {
    const frame = frameOf(vectorOf(id));
    const { lat, lon } = z
      .object({ lat: z.number(), lon: z.number() })
      .parse(vectorOf(id).expected['reference']);
    const [report] = frame.reports;
    assert.deepEqual(
      [frame.kind, report?.lat, report?.lon, report?.speedKmh],
      ['position', lat, lon, null],
      id,
    );
  }
  assert.deepEqual(frameOf(vectorOf('jt808-112')).conditions[0]?.stored, true);
});

// 095 and 118 hide it in extras of their makers that other devices fill otherwise.
test('the battery is that which upstream tests assert, where its extra is known', () => {
  const seen = strict.flatMap((vector) => {
    const asserted = z.object({ batteryLevel: z.number() }).safeParse(vector.expected['asserted']);
    if (!asserted.success) return [];
    const ours = frameOf(vector).conditions.map(({ batteryPct }) => batteryPct);
    return [`${vector.id.slice(6)} ${ours.includes(asserted.data.batteryLevel) ? 'equal' : ours.join()}`];
  });
  assert.deepEqual(seen, ['074 equal', '083 equal', '087 equal', '095 ', '109 equal', '118 ', '165 equal']);
});

test("answers are those of the vectors; a server's own counter is 0 in both", () => {
  const answered = vectors.filter(
    ({ expected, strict: conforms }) => expected.responses && conforms !== false,
  );
  assert.ok(answered.length > 50);
  for (const vector of answered)
    assert.deepEqual(frameOf(vector).responses, vector.expected.responses, vector.id);
});

test('each other vector is decoded or refused with a code and an offset within its bytes', () => {
  const seen = vectors
    .filter((vector) => vector.strict !== true)
    .map((vector) => {
      const bytes = bytesOf(vector);
      const { frames, errors } = decode(jt808, bytes, session, reception);
      for (const { offset } of errors) assert.ok(offset >= 0 && offset <= bytes.length, vector.id);
      assert.ok(frames.length + errors.length > 0, vector.id);
      return `${vector.id.slice(6)} ${errors.map(({ code }) => code).join(' ') || 'decoded'}`;
    });
  assert.deepEqual(seen, [
    ...['026 LENGTH', '027 LENGTH', '028 CHECKSUM', '029 CHECKSUM', '033 CHECKSUM', '034 CHECKSUM'],
    ...['035 CHECKSUM', '036 CHECKSUM', '037 CHECKSUM', '039 LENGTH', '041 CHECKSUM', '049 LENGTH'],
    ...[
      '055 CHECKSUM NOT_A_FRAME INCOMPLETE',
      '056 CHECKSUM',
      '057 CHECKSUM CHECKSUM',
      '058 CHECKSUM LENGTH',
    ],
    ...['061 decoded', '062 decoded', '100 CHECKSUM', '119 decoded', '125 CHECKSUM', '131 decoded'],
    ...['134 decoded', '154 CHECKSUM', '174 CHECKSUM', '175 CHECKSUM', '177 LENGTH', '179 decoded'],
    ...['180 CHECKSUM NOT_A_FRAME INCOMPLETE', '181 CHECKSUM NOT_A_FRAME INCOMPLETE', '182 CHECKSUM'],
  ]);
});

test('the answer of a terminal that asks for the time in brackets', () => {
  const frame = frameOf(vectorOf('jt808-119'));
  assert.deepEqual(
    { kind: frame.kind, deviceId: frame.deviceId, text: frame.fields['text'] },
    { kind: 'other', deviceId: '794104004140', text: '(794104004140,1,001,BASE,2,TIME)' },
  );
  assert.deepEqual(
    frame.responses.map((hex) => Buffer.from(hex, 'hex').toString()),
    ['(794104004140,1,001,BASE,2,20261121231021)'],
  );
  assert.equal(hexOf(frame), bytesOf(vectorOf('jt808-119')).toString('hex'));
});

test('values of a report that were changed are written', () => {
  const frame = frameOf(vectorOf('jt808-054'));
  const [first] = frame.reports;
  assert.ok(first);
  const report: Report = {
    time: '2026-03-04T05:06:07.000Z',
    lat: -6.137123,
    lon: -1.2223,
    speedKmh: 61.3,
    courseDeg: 359,
    altitudeM: -12,
    fixed: false,
  };
  const written = jt808.write({ ...frame, reports: [report] }, session);
  const again = jt808.read(written, session);
  assert.deepEqual(again.reports, [report]);
  assert.deepEqual(pick(again.fields['location'], ['statusFlag', 'bcdTime', 'latRaw']), {
    statusFlag: 0b1100,
    bcdTime: '2026-03-04 13:06:07',
    latRaw: 6137123,
  });
  assert.equal(jt808.read(jt808.write({ ...frame, deviceId: '12345' }, session), session).deviceId, '12345');
});

test('what the protocol cannot say is refused with its place', () => {
  const frame = frameOf(vectorOf('jt808-054'));
  const [first] = frame.reports;
  assert.ok(first);
  const cases: readonly (readonly [string, Partial<Report>])[] = [
    ['/reports/0/lat', { lat: 12.3456789 }],
    ['/reports/0/lat', { lat: 90.1 }],
    ['/reports/0/lon', { lon: null }],
    ['/reports/0/speedKmh', { speedKmh: -1 }],
    ['/reports/0/speedKmh', { speedKmh: 6553.6 }],
    ['/reports/0/courseDeg', { courseDeg: 361 }],
    ['/reports/0/altitudeM', { altitudeM: 40000 }],
    ['/reports/0/time', { time: '1999-12-31T00:00:00.000Z' }],
    ['/reports/0/time', { time: '2026-03-04T05:06:07.500Z' }],
  ];
  for (const [field, change] of cases)
    assert.throws(
      () => hexOf({ ...frame, reports: [{ ...first, ...change }] }),
      (error) => error instanceof FieldError && error.field === field,
      `${field} ${JSON.stringify(change)}`,
    );
  const fieldCases: readonly (readonly [string, FrameContent])[] = [
    ['/deviceId', { ...frame, deviceId: '1234567890123456' }],
    ['/deviceId', { ...frame, deviceId: null }],
    ['/reports', { ...frame, reports: [] }],
    ['/fields/serial', { ...frame, fields: { ...frame.fields, serial: 65536 } }],
    ['/fields/msgId', { ...frame, fields: { ...frame.fields, msgId: '200' } }],
    ['/fields/location/extras/0/id', withExtra(frame, { id: '1', hex: '00' })],
    ['/fields/location/extras/0/hex', withExtra(frame, { id: '0x01', hex: 'zz' })],
    ['/fields', withExtras(frame, 4, 255)],
  ];
  for (const [field, content] of fieldCases)
    assert.throws(
      () => hexOf(content),
      (error) => error instanceof FieldError && error.field === field,
      field,
    );
});

const withExtra = (frame: Frame, extra: { id: string; hex: string }): FrameContent => ({
  ...frame,
  fields: { ...frame.fields, location: { ...pickJson(frame), extras: [extra] } },
});
const withExtras = (frame: Frame, count: number, length: number): FrameContent => ({
  ...frame,
  fields: {
    ...frame.fields,
    location: {
      ...pickJson(frame),
      extras: Array.from({ length: count }, () => ({ id: '0xe1', hex: '00'.repeat(length) })),
    },
  },
});
const pickJson = (frame: Frame) => z.record(z.string(), z.json()).parse(frame.fields['location']);

test('a plate in GBK is written from its bytes, or anew as long as it is ASCII', () => {
  const frame = frameOf(vectorOf('jt808-012'));
  const register = z.record(z.string(), z.json()).parse(frame.fields['register']);
  assert.deepEqual(pick(register, ['plateGbk', 'plateHex']), {
    plateGbk: '粤A12345',
    plateHex: 'd4c1413132333435',
  });
  const renamed = (plateGbk: string) => ({
    ...frame,
    fields: { ...frame.fields, register: { ...register, plateGbk } },
  });
  const again = jt808.read(jt808.write(renamed('TG1234'), session), session);
  assert.deepEqual(pick(again.fields['register'], ['plateGbk', 'layout']), {
    plateGbk: 'TG1234',
    layout: '2011',
  });
  assert.throws(
    () => hexOf(renamed('京A12345')),
    (error) => error instanceof FieldError && error.field === '/fields/register/plateGbk',
  );
});
