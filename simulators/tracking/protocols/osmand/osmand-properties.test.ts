import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  assertChunksDoNotMatter,
  assertRoundTrip,
  assertSurvives,
  plainSession,
  throughJson,
} from '../testing/codec-properties.ts';
import { osmand } from './osmand.ts';

const degrees = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((value) => value / 1e7 + 0);
const instant = fc.integer({ min: 0, max: 4_102_444_799_999 });
const parameter = fc.oneof(
  degrees(90).map((lat) => `lat=${lat.toFixed(9)}`),
  degrees(180).map((lon) => `lon=${lon}`),
  instant.map((ms) => `timestamp=${ms + 2_147_483_647}`),
  instant.map((ms) => `timestamp=${Math.floor(ms / 1000)}`),
  instant.map((ms) => `timestamp=${encodeURIComponent(new Date(ms).toISOString())}`),
  fc.nat(2000).map((knots) => `speed=${knots / 10}`),
  fc.nat(3600).map((course) => `bearing=${course / 10}`),
  fc.integer({ min: -400, max: 9000 }).map((metres) => `altitude=${metres}.50`),
  fc.nat(100).map((percent) => `batt=${percent}`),
  fc.constantFrom(
    'valid=0',
    'valid=true',
    'alarm=door',
    'archive=true',
    'lock=CUT',
    'hdop',
    'x=%',
    'id=%41',
    '',
    '=',
    'a=b=c',
  ),
);
const query = fc.array(parameter, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('&'));
const header = fc.constantFrom('Host: 127.0.0.1', 'User-Agent:x', 'Connection:  keep-alive');
const json = fc
  .tuple(degrees(90), degrees(180), instant, fc.string({ maxLength: 20 }), fc.double({ min: -1, max: 100 }))
  .map(([latitude, longitude, ms, event, speed]) =>
    JSON.stringify({
      device_id: 'SYN-1',
      location: { timestamp: new Date(ms).toISOString(), coords: { latitude, longitude, speed }, event },
    }),
  );
const getRequest = fc
  .tuple(query, fc.array(header, { maxLength: 3 }))
  .map(([text, headers]) => Buffer.from([`GET /?id=1&${text} HTTP/1.1`, ...headers, '', ''].join('\r\n')));
const formRequest = fc
  .tuple(query, fc.constantFrom('\r\n', '\n'))
  .map(([text, end]) =>
    Buffer.from([`POST / HTTP/1.0`, `Content-Length: 0${Buffer.byteLength(text)}`, '', text].join(end)),
  );
const jsonRequest = fc.tuple(json, fc.boolean()).map(([body, sized]) => {
  const length = sized ? `content-length: ${Buffer.byteLength(body)}\n` : '';
  return Buffer.from(`POST /\nContent-Type: application/json\n${length}\n${body}`);
});
const request = fc.oneof(getRequest, formRequest, jsonRequest);

for (const [name, arbitrary] of Object.entries({ getRequest, formRequest, jsonRequest }))
  test(`every OsmAnd message of the form ${name} is written back to the same bytes.`, () => {
    fc.assert(
      fc.property(arbitrary, (bytes) => assertRoundTrip(osmand, bytes)),
      { numRuns: 300 },
    );
  });

test('an OsmAnd report written into a request is read as it was.', () => {
  const content = osmand.read(Buffer.from('GET /?id=1&lat=1&lon=1 HTTP/1.1\r\n\r\n'), plainSession);
  const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
  const report = fc.record({
    time: instant.map((ms) => new Date(ms).toISOString()),
    lat: degrees(90),
    lon: degrees(180),
    speedKmh: orNull(fc.nat(4000).map((tenths) => tenths / 10)),
    courseDeg: orNull(fc.nat(3600).map((tenths) => tenths / 10)),
    altitudeM: orNull(fc.integer({ min: -400_000, max: 9_000_000 }).map((mm) => mm / 1000 + 0)),
    fixed: fc.boolean(),
  });
  fc.assert(
    fc.property(report, (generated) => {
      const frame = osmand.write({ ...throughJson(content), reports: [generated] }, plainSession);
      assert.deepEqual(osmand.read(frame, plainSession).reports, [{ ...generated }]);
    }),
    { numRuns: 500 },
  );
});

test('OsmAnd requests come out of a stream whatever its chunks and the noise between them.', () => {
  const noise = fc
    .constantFrom('', '\r\n', 'PUT / HTTP/1.1\r\n\r\n', 'GEGE')
    .map((text) => Buffer.from(text));
  assertChunksDoNotMatter(osmand, request, noise);
});

test('damaged OsmAnd requests are refused or read, never thrown at the caller.', () => {
  assertSurvives(osmand, request, 1000);
});
