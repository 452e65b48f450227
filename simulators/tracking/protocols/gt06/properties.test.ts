import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FrameContent, Session } from '../protocol.ts';
import { device } from '../testing/reading.ts';
import { chunkings, damaged, framesOf, pushAll } from '../testing/streams.ts';
import { gt06 } from './gt06.ts';
import { packet } from './packet.ts';

fc.configureGlobal({ seed: 1 });

const hexOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex'));

const imei = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 })
  .map((digits) => `0${digits.join('')}`);

const rest = fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('hex'));

/** A content of any values for each protocol number, by the lengths of the manual. */
const contents = fc.oneof(
  fc.tuple(fc.constant(0x01), fc.tuple(imei, fc.oneof(fc.constant(''), hexOf(2), hexOf(4)))),
  fc.tuple(fc.constant(0x12), fc.tuple(hexOf(26))),
  fc.tuple(fc.constant(0x12), fc.tuple(hexOf(26), rest)),
  fc.tuple(fc.constant(0x22), fc.tuple(hexOf(29))),
  fc.tuple(fc.constant(0x22), fc.tuple(hexOf(33), rest)),
  fc.tuple(fc.constant(0x13), fc.tuple(hexOf(5), rest)),
  fc.tuple(fc.constantFrom(0x16, 0x26), fc.tuple(hexOf(32))),
  fc.tuple(fc.constantFrom(0x16, 0x26), fc.tuple(hexOf(18), rest)),
  fc.tuple(fc.constantFrom(0x80, 0x15), fc.tuple(fc.constant('0a'), hexOf(10), rest)),
  fc.tuple(fc.integer({ min: 2, max: 255 }), fc.tuple(rest)),
);

const frame = fc
  .tuple(contents, fc.constantFrom<('7878' | '7979')[]>('7878', '7979'), fc.integer({ min: 0, max: 65535 }))
  .map(([[protocol, parts], start, serial]) =>
    packet(start, protocol, Buffer.from(parts.join(''), 'hex'), serial),
  );

const sessions = fc.record({
  deviceId: fc.constantFrom(null, '359710043456789'),
  zoneMinutes: fc.integer({ min: -720, max: 840 }),
  udp: fc.constant(false),
  speaker: fc.constantFrom<Session['speaker'][]>('device', 'server'),
});

test('Any frame over raw values is read and written to the same bytes, through JSON too', () => {
  fc.assert(
    fc.property(frame, sessions, (bytes, session) => {
      const content: FrameContent = JSON.parse(JSON.stringify(gt06.read(bytes, session)));
      assert.equal(gt06.write(content, session).toString('hex'), bytes.toString('hex'));
    }),
    { numRuns: 500 },
  );
});

const envelope = { start: '7878', serial: 1 };
const gps = { gpsLen: 12, satellites: 9, courseStatusHex: '1400' };
const lbs = { mcc: 615, mnc: 1, lac: 1, cid: 1 };

function place(lat: number, lon: number): FrameContent {
  const report = {
    time: '2026-11-22T10:00:00.000Z',
    lat,
    lon,
    speedKmh: 0,
    courseDeg: 0,
    altitudeM: null,
    fixed: true,
  };
  return {
    kind: 'position',
    deviceId: null,
    reports: [report],
    conditions: [],
    fields: { ...envelope, protocol: '0x12', gps, lbs },
  };
}

test('Every latitude and longitude that the wire can say is read and written to the same number', () => {
  const raw = fc.tuple(fc.integer({ min: 0, max: 162_000_000 }), fc.integer({ min: 0, max: 324_000_000 }));
  fc.assert(
    fc.property(raw, fc.boolean(), fc.boolean(), ([latRaw, lonRaw], south, west) => {
      const bytes = gt06.write(
        place(((south ? -1 : 1) * latRaw) / 1_800_000, ((west ? -1 : 1) * lonRaw) / 1_800_000),
        device,
      );
      assert.equal(bytes.readUInt32BE(11), latRaw);
      assert.equal(bytes.readUInt32BE(15), lonRaw);
      const [report] = gt06.read(bytes, device).reports;
      assert.ok(report && report.lat !== null && report.lon !== null);
      // Seven decimals and nothing else of the frame give the same number again.
      const again = gt06.write(place(report.lat, report.lon), device);
      assert.equal(again.toString('hex'), bytes.toString('hex'));
    }),
    { numRuns: 1000 },
  );
});

const report = fc.record({
  time: fc.integer({ min: 946_771_200, max: 4_102_358_400 }).map((s) => new Date(s * 1000).toISOString()),
  lat: fc
    .integer({ min: -162_000_000, max: 162_000_000 })
    .map((raw) => Math.round((raw * 1e7) / 1.8e6) / 1e7),
  lon: fc
    .integer({ min: -324_000_000, max: 324_000_000 })
    .map((raw) => Math.round((raw * 1e7) / 1.8e6) / 1e7),
  speedKmh: fc.integer({ min: 0, max: 255 }),
  courseDeg: fc.integer({ min: 0, max: 360 }),
  altitudeM: fc.constant(null),
  fixed: fc.boolean(),
});

test('Any report is written and read again as it was', () => {
  fc.assert(
    fc.property(report, sessions, (one, session) => {
      const content = { ...place(0, 0), reports: [one] };
      const read = gt06.read(gt06.write(content, session), session).reports;
      assert.deepEqual(read, [{ ...one, lat: one.lat + 0, lon: one.lon + 0 }]);
    }),
    { numRuns: 500 },
  );
});

/** Noise in which no frame could begin. */
const noise = fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes.map((byte) => byte & 0x77)));

test('Frames come out of any chunks, whatever noise lies between them', () => {
  const valid = frame.filter((bytes) => bytes[0] === 0x78 || bytes.length < 300);
  fc.assert(
    fc.property(fc.array(fc.tuple(noise, valid), { minLength: 1, maxLength: 4 }), chunkings, (all, cuts) => {
      const bytes = Buffer.concat(all.flat());
      const expected = all.map(([, one]) => one.toString('hex'));
      assert.deepEqual(framesOf(pushAll(gt06, bytes, cuts, device)), expected);
    }),
    { numRuns: 300 },
  );
});

test('A beginning of a frame that never ends hides no frame behind it', () => {
  fc.assert(
    fc.property(frame, frame, chunkings, (first, second, cuts) => {
      const bytes = Buffer.concat([Buffer.from('79790ff012', 'hex'), first, second]);
      const expected = [first.toString('hex'), second.toString('hex')];
      assert.deepEqual(framesOf(pushAll(gt06, bytes, cuts, device)), expected);
    }),
  );
});

test('No bytes, hostile or damaged, make the stream throw, hang or keep more than the longest frame', () => {
  const arbitrary = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    damaged(frame),
  );
  fc.assert(
    fc.property(arbitrary, chunkings, sessions, (bytes, cuts, session) => {
      for (const one of pushAll(gt06, bytes, cuts, session)) {
        if ('fault' in one) assert.ok(one.fault.offset <= bytes.length);
        else assert.deepEqual(gt06.write(one.content, session), one.bytes);
      }
    }),
    { numRuns: 2000 },
  );
});
