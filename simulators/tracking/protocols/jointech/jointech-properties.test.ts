import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FieldError, type FrameContent } from '../protocol.ts';
import {
  assertChunksDoNotMatter,
  assertRoundTrip,
  assertSurvives,
  plainSession,
  receive,
} from '../testing/codec-properties.ts';
import { escapeBinary } from './escapes.ts';
import { jointech } from './jointech.ts';

const hex = (bytes: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString('hex'));
const digits = (count: number): fc.Arbitrary<string> =>
  fc.nat(10 ** count - 1).map((value) => String(value).padStart(count, '0'));
const angle = (most: number, width: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: most * 600_000 })
    .map(
      (units) =>
        String(Math.floor(units / 600_000)).padStart(width, '0') + String(units % 600_000).padStart(6, '0'),
    );
/** Date and time with any digits, real dates as often as not. */
const clock = fc.oneof(
  digits(12),
  fc.integer({ min: 946_684_800, max: 4_102_444_799 }).map((seconds) => {
    const [, year, month, day, hour, minute, second] =
      /^20(..)-(..)-(..)T(..):(..):(..)/.exec(new Date(seconds * 1000).toISOString()) ?? [];
    return `${day}${month}${year}${hour}${minute}${second}`;
  }),
);
const location = fc
  .tuple(clock, angle(90, 2), angle(180, 3), hex(1), hex(2))
  .map(([at, lat, lon, indicator, motion]) => `${at}${lat}${lon}${indicator.slice(0, 1)}${motion}`);
const longFrame = fc
  .integer({ min: 0, max: 220 })
  .chain((extras) => fc.tuple(digits(10), hex(2), location, hex(17), hex(extras), hex(1)))
  .map(([id, kinds, place, measures, extras, serial]) => {
    const body = place + measures + extras + serial;
    return Buffer.from(`24${id}${kinds}00${(body.length / 2).toString(16).padStart(2, '0')}${body}`, 'hex');
  });
const shortFrame = fc
  .tuple(digits(10), hex(1), fc.array(fc.tuple(location, hex(10)), { minLength: 1, maxLength: 75 }), hex(1))
  .map(([id, kinds, records, serial]) => {
    const body = records.flat().join('');
    return Buffer.from(
      `24${id}${kinds}${(body.length / 2).toString(16).padStart(4, '0')}${body}${serial}`,
      'hex',
    );
  });
const decimal = (most: number, decimals: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(most - 1), fc.nat(decimals), digits(9))
    .map(([whole, count, fraction]) => (count === 0 ? `${whole}` : `${whole}.${fraction.slice(0, count)}`));
const lockReport = fc
  .tuple(
    fc.tuple(
      digits(10),
      clock,
      decimal(90, 9),
      fc.constantFrom('N', 'S'),
      decimal(180, 9),
      fc.constantFrom('E', 'W'),
    ),
    fc.tuple(fc.constantFrom('A', 'V'), decimal(400, 3), decimal(360, 2), fc.nat(9), fc.nat(99), digits(9)),
    fc.tuple(fc.nat(1), digits(2)),
    fc.oneof(
      fc.constant([]),
      fc.tuple(digits(3)),
      fc.tuple(digits(3), decimal(90_000, 3)),
      fc.tuple(digits(3), decimal(90_000, 3), decimal(9, 9), fc.constantFrom('', 'x')),
    ),
  )
  .map(([[id, at, ...place], state, password, rest]) =>
    Buffer.from(
      `(${[id, 'P45', at.slice(0, 6), at.slice(6), ...place, ...state, ...password, ...rest].join(',')})`,
    ),
  );
const peripheral = fc
  .tuple(
    digits(10),
    digits(1),
    digits(3),
    fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([id, direction, serial, parts]) => {
    const escaped = parts.map((part) => escapeBinary(Buffer.from(part)).toString('latin1'));
    return Buffer.from(`(${[id, direction, serial, 'WLNET', '5', ...escaped].join(',')})`, 'latin1');
  });
const command = fc
  .tuple(
    fc.oneof(digits(10), fc.constantFrom('P69', 'P35', 'P46', 'S39')),
    fc.constantFrom('@JT', 'P22,2', 'P52,2,113271', 'U04', '0,86', '', '0,,1'),
  )
  .map((parts) => Buffer.from(`(${parts.join(',')})`));
const frame = fc.oneof(longFrame, shortFrame, lockReport, peripheral, command);
/** Bytes that no frame begins with. */
const noise = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes.map((byte) => byte | 0x80)));

for (const [name, arbitrary] of Object.entries({ longFrame, shortFrame, lockReport, peripheral, command }))
  test(`every Jointech frame of the form ${name} is written back to the same bytes.`, () => {
    fc.assert(
      fc.property(arbitrary, (bytes) => assertRoundTrip(jointech, bytes)),
      { numRuns: 400 },
    );
  });

test('a Jointech report written into a frame is read as it was, on any clock.', () => {
  const content = jointech.read(
    Buffer.from(
      '2480006200111911003418042116225922348310113550543f12980000002d060000000020e028109228661f000100000f0f0f0f0f0f0f0f000001cc0156',
      'hex',
    ),
    plainSession,
  );
  const report = fc.record({
    time: fc
      .integer({ min: 946_771_200, max: 4_102_358_400 })
      .map((seconds) => new Date(seconds * 1000).toISOString()),
    lat: fc
      .integer({ min: -54_000_000, max: 54_000_000 })
      .map((units) => Math.round((units / 600_000) * 1e7) / 1e7 + 0),
    lon: fc
      .integer({ min: -108_000_000, max: 108_000_000 })
      .map((units) => Math.round((units / 600_000) * 1e7) / 1e7 + 0),
    speedKmh: fc.nat(255).map((knots) => Math.round(knots * 18.5) / 10),
    courseDeg: fc.nat(180).map((half) => half * 2),
    altitudeM: fc.constant(null),
    fixed: fc.boolean(),
  });
  fc.assert(
    fc.property(report, fc.constantFrom(-300, 0, 60, 480), (generated, zoneMinutes) => {
      const session = { ...plainSession, zoneMinutes };
      const given: FrameContent = { ...content, reports: [generated] };
      assert.deepEqual(jointech.read(jointech.write(given, session), session).reports, [{ ...generated }]);
    }),
    { numRuns: 500 },
  );
});

test('Jointech frames come out of a stream whatever its chunks and the noise between them.', () => {
  assertChunksDoNotMatter(jointech, frame, noise);
});

test('damaged Jointech frames are refused or read, never thrown at the caller.', () => {
  assertSurvives(jointech, frame, 1500);
});

test('a text frame that never ends is thrown away when it is longer than the longest.', () => {
  const chunks = Array.from({ length: 300 }, () => Buffer.from('(8000620011,P99,aaaa'.padEnd(100, 'a')));
  const faults = receive(jointech, [...chunks, Buffer.from('(8000620011,@JT)')]);
  assert.equal(faults.filter((item) => 'content' in item).length, 1);
});

test('a P45 without terminal, as a server might send it, is a command and stays one.', () => {
  assertRoundTrip(jointech, Buffer.from('(P45,000000,1)'));
});

test('what a Jointech frame cannot say is refused with its pointer.', () => {
  const bytes = Buffer.from(
    '(8000620011,P45,170720,020614,22.56035,N,114.01640,E,A,36,270,1,1,0008627839,0,0,24,5)',
  );
  const content = jointech.read(bytes, plainSession);
  const [report] = content.reports;
  assert.ok(report);
  const refuses = (given: FrameContent, field: string): void =>
    assert.throws(
      () => jointech.write(given, plainSession),
      (error) => error instanceof FieldError && error.field === field,
    );
  refuses({ ...content, reports: [{ ...report, altitudeM: 3 }] }, '/reports/0/altitudeM');
  refuses({ ...content, reports: [{ ...report, lat: 91 }] }, '/reports/0/lat');
  refuses({ ...content, reports: [{ ...report, time: '2020-07-17T02:06:14.500Z' }] }, '/reports/0/time');
  refuses({ ...content, reports: [] }, '/reports');
  refuses({ ...content, fields: { ...content.fields, eventSource: 5 } }, '/kind');
  refuses({ ...content, fields: { ...content.fields, eventSerial: 'x' } }, '/fields/eventSerial');
  refuses({ ...content, fields: { ...content.fields, rfidCard: '1)' } }, '/fields/rfidCard');
  refuses(
    {
      ...content,
      conditions: [{ alerts: [], stored: null, lock: 'UNLOCKED', authorised: true, batteryPct: null }],
    },
    '/conditions/0/alerts',
  );
});
