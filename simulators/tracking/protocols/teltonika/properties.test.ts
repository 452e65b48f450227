import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc16Arc } from '../bytes/crc16.ts';
import type { FrameContent, Session } from '../protocol.ts';
import { device } from '../testing/reading.ts';
import { chunkings, damaged, framesOf, pushAll } from '../testing/streams.ts';
import { teltonika } from './teltonika.ts';

fc.configureGlobal({ seed: 1 });

const bytesOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('hex'));

const number = (value: number, bytes: number): string => value.toString(16).padStart(bytes * 2, '0');

/** Widths of event ids and ids, and of counts, written down again from the vendor's tables. */
const codecs = [
  { codec: '08', id: 1, count: 1, generation: 0, variable: false },
  { codec: '8e', id: 2, count: 2, generation: 0, variable: true },
  { codec: '10', id: 2, count: 1, generation: 1, variable: false },
];
type Codec = (typeof codecs)[number];

const group = ({ id, count }: Codec, size: number) =>
  fc.array(bytesOf(id + size), { maxLength: 3 }).map((items) => number(items.length, count) + items.join(''));

const variableGroup = ({ variable }: Codec) =>
  fc
    .array(
      fc.tuple(bytesOf(2), fc.uint8Array({ maxLength: 12 })).map(([id, value]) => {
        return id + number(value.length, 2) + Buffer.from(value).toString('hex');
      }),
      { maxLength: variable ? 3 : 0 },
    )
    .map((items) => (variable ? number(items.length, 2) + items.join('') : ''));

/** Any record: every value of every field, ids in any order, any total. */
const record = (codec: Codec) =>
  fc
    .tuple(
      bytesOf(24),
      bytesOf(codec.id + codec.generation + codec.count),
      ...[1, 2, 4, 8].map((size) => group(codec, size)),
      variableGroup(codec),
    )
    .map((parts) => parts.join(''));

const avlBody = fc
  .constantFrom(...codecs)
  .chain((codec) =>
    fc
      .array(record(codec), { maxLength: 5 })
      .map(
        (records) =>
          `${codec.codec}${number(records.length, 1)}${records.join('')}${number(records.length, 1)}`,
      ),
  );

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

const text = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('hex'));

const commandBody = fc.oneof(
  fc.tuple(bytesOf(1), text).map(([type, words]) => `0c01${type}${number(words.length / 2, 4)}${words}01`),
  fc
    .tuple(bytesOf(1), bytesOf(4), text, fc.constantFrom(0, 4))
    .map(([type, time, words, more]) => `0d01${type}${number(words.length / 2 + more, 4)}${time}${words}01`),
  fc
    .tuple(bytesOf(1), digits(15), text)
    .map(([type, imei, words]) => `0e01${type}${number(words.length / 2 + 8, 4)}0${imei}${words}01`),
);

const packet = fc.oneof({ weight: 3, arbitrary: avlBody }, commandBody).map((body) => {
  const bytes = Buffer.from(body, 'hex');
  return Buffer.from(`00000000${number(bytes.length, 4)}${body}${number(crc16Arc(bytes), 4)}`, 'hex');
});

const login = digits(15).map((imei) => Buffer.from(`\u0000\u000f${imei}`, 'latin1'));

const datagram = fc.tuple(bytesOf(2), bytesOf(1), digits(15), avlBody).map(([id, avl, imei, body]) => {
  const rest = `${id}01${avl}000f${Buffer.from(imei, 'latin1').toString('hex')}${body}`;
  return Buffer.from(number(rest.length / 2, 2) + rest, 'hex');
});

const again = (bytes: Buffer, session: Session): string => {
  const frame: FrameContent = JSON.parse(JSON.stringify(teltonika.read(bytes, session)));
  return teltonika.write(frame, session).toString('hex');
};

test('Any frame over raw values is read and written to the same bytes, through JSON too', () => {
  fc.assert(
    fc.property(fc.oneof(packet, login), (bytes) =>
      assert.equal(again(bytes, device), bytes.toString('hex')),
    ),
  );
});

test('Any datagram over raw values is read and written to the same bytes, through JSON too', () => {
  const udp = { ...device, udp: true };
  fc.assert(fc.property(datagram, (bytes) => assert.equal(again(bytes, udp), bytes.toString('hex'))));
});

const report = fc.record({
  time: fc.integer({ min: 0, max: 4102444800000 }).map((ms) => new Date(ms).toISOString()),
  lat: fc.integer({ min: -900000000, max: 900000000 }).map((raw) => raw / 1e7),
  lon: fc.integer({ min: -1800000000, max: 1800000000 }).map((raw) => raw / 1e7),
  speedKmh: fc.integer({ min: 0, max: 65535 }),
  courseDeg: fc.integer({ min: 0, max: 360 }),
  altitudeM: fc.integer({ min: -32768, max: 32767 }),
  fixed: fc.constant(true),
});

test('Any report is written and read again as it was', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 5 }), fc.constantFrom(8, 16, 142), (reports, codec) => {
      const records = reports.map((_, index) => ({ priority: 0, satellites: 9, eventIoId: index, io: [] }));
      const frame: FrameContent = {
        kind: 'position',
        deviceId: null,
        reports,
        conditions: [],
        fields: { codec, records },
      };
      const read = teltonika.read(teltonika.write(frame, device), device).reports;
      assert.deepEqual(
        read,
        reports.map((one) => ({ ...one, lat: one.lat + 0, lon: one.lon + 0 })),
      );
    }),
  );
});

/** Noise in which no frame could begin: no zeros, no pings. */
const noise = fc
  .uint8Array({ maxLength: 30 })
  .map((bytes) => Buffer.from(bytes.map((byte) => (byte % 254) + 1)));

test('Frames come out of any chunks, whatever noise lies between them', () => {
  const parts = fc.array(fc.tuple(noise, fc.oneof(packet, login)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, chunkings, (all, cuts) => {
      const bytes = Buffer.concat(all.flat());
      const expected = all.map(([, frame]) => frame.toString('hex'));
      assert.deepEqual(framesOf(pushAll(teltonika, bytes, cuts, device)), expected);
    }),
  );
});

test('A beginning of a frame that never ends hides no packet behind it', () => {
  const beginning = Buffer.from('00000000000004b00805', 'hex');
  fc.assert(
    fc.property(packet, packet, chunkings, (first, second, cuts) => {
      const bytes = Buffer.concat([beginning, first, second]);
      const expected = [first.toString('hex'), second.toString('hex')];
      assert.deepEqual(framesOf(pushAll(teltonika, bytes, cuts, device)), expected);
    }),
  );
});

const sessions = fc.record({
  deviceId: fc.constantFrom(null, '356307042441013'),
  zoneMinutes: fc.constant(0),
  udp: fc.boolean(),
  speaker: fc.constantFrom<Session['speaker'][]>('device', 'server'),
});

test('No bytes, hostile or damaged, make the stream throw, hang or keep more than the longest frame', () => {
  const arbitrary = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    damaged(fc.oneof(packet, login, datagram)),
  );
  fc.assert(
    fc.property(arbitrary, chunkings, sessions, (bytes, cuts, session) => {
      for (const one of pushAll(teltonika, bytes, cuts, session)) {
        if ('fault' in one) assert.ok(one.fault.offset <= bytes.length);
        else assert.deepEqual(teltonika.write(one.content, session), one.bytes);
      }
    }),
    { numRuns: 2000 },
  );
});
