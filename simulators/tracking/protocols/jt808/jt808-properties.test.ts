import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FrameStream, type Received } from '../frame-stream.ts';
import { type FrameContent, FrameError, type Report } from '../protocol.ts';
import { jt808 } from './jt808.ts';

const session = { deviceId: null, zoneMinutes: 480, udp: false, speaker: 'device' } as const;
const seed = 808;

/** A frame put together from its parts, apart from the code under test. */
interface Parts {
  readonly msgId: number;
  readonly flags: number;
  readonly version: number;
  readonly phone: Uint8Array;
  readonly serial: number;
  readonly pack: Uint8Array;
  readonly body: Uint8Array;
}

function wire({ msgId, flags, version, phone, serial, pack, body }: Parts): Buffer {
  const of2019 = (flags & 0x4000) !== 0;
  const short = msgId === 0x5501 || msgId === 0x5502 || msgId === 0x4401;
  const attributes = flags | body.length;
  const plain = [
    ...[msgId >> 8, msgId & 255, attributes >> 8, attributes & 255],
    ...(of2019 ? [version] : []),
    ...phone.subarray(0, of2019 ? 10 : 6),
    ...(short ? [serial & 255] : [serial >> 8, serial & 255]),
    ...((flags & 0x2000) !== 0 ? pack : []),
    ...body,
  ];
  plain.push(plain.reduce((check, byte) => check ^ byte, 0));
  const escaped = plain.flatMap((byte) => (byte === 0x7e ? [0x7d, 2] : byte === 0x7d ? [0x7d, 1] : [byte]));
  return Buffer.from([0x7e, ...escaped, 0x7e]);
}

const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const u16 = (value: number) => [value >> 8, value & 255];
const digit = fc.integer({ min: 0, max: 99 }).map((value) => Math.floor(value / 10) * 16 + (value % 10));
const bcdPhone = fc.array(digit, { minLength: 10, maxLength: 10 }).map((digits) => Uint8Array.from(digits));

const extras = fc
  .array(
    fc.tuple(fc.oneof(fc.constantFrom(1, 0x0b, 0x12, 0x13, 0x63, 0xd4, 0xe4), fc.nat(255)), bytes(0, 24)),
    { maxLength: 5 },
  )
  .map((list) => list.flatMap(([id, value]) => [id, value.length, ...value]));
const location = fc
  .tuple(
    bytes(16),
    bytes(6),
    fc.oneof(bytes(6), fc.array(digit, { minLength: 6, maxLength: 6 })),
    extras,
    bytes(0, 3),
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
const batch = fc
  .tuple(fc.array(location, { maxLength: 4 }), fc.nat(255))
  .map(([items, type]) =>
    Uint8Array.from([...u16(items.length), type, ...items.flatMap((item) => [...u16(item.length), ...item])]),
  );

const bodyOf = (msgId: number) => {
  if (msgId === 0x0200) return location;
  if (msgId === 0x0201)
    return fc.tuple(bytes(2), location).map(([serial, rest]) => Uint8Array.from([...serial, ...rest]));
  if (msgId === 0x0704) return batch;
  if (msgId === 0x0900)
    return fc
      .tuple(bytes(8), fc.constantFrom(1, 3), fc.nat(3), bytes(12, 40))
      .map(([start, subtype, count, rest]) => {
        const items = Array.from({ length: count }, () => (subtype === 1 ? [5, 0x2d, 1, 9] : [0x38, 0]));
        return Uint8Array.from([0xf0, ...start, subtype, count, ...items.flat(), ...rest]);
      });
  if (msgId === 0x5501 || msgId === 0x5502) return bytes(35, 80);
  return bytes(0, 120);
};

const knownIds = [
  ...[0x0001, 0x0002, 0x0003, 0x0100, 0x0102, 0x0104, 0x0107, 0x0109, 0x0200, 0x0201, 0x0210, 0x0704, 0x0900],
  ...[0x4401, 0x5501, 0x5502, 0x8001, 0x8100, 0x8103, 0x8104, 0x8105, 0x8109, 0x8300, 0x8500],
];
const parts = (flags: fc.Arbitrary<number>): fc.Arbitrary<Parts> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...knownIds) }, fc.nat(0xffff)).chain((msgId) =>
    fc.record({
      msgId: fc.constant(msgId),
      flags,
      version: fc.nat(255),
      phone: fc.oneof(bcdPhone, bytes(10)),
      serial: fc.nat(0xffff),
      pack: bytes(4),
      body: bodyOf(msgId),
    }),
  );
const plainFlags = fc.constantFrom(0, 0x4000);
const anyFlags = fc.constantFrom(0, 0x4000, 0x2000, 0x6000, 0x0400, 0x1c00, 0x8000, 0x8c00);

test('any valid frame of the three versions is written as it was read, also after JSON', () => {
  fc.assert(
    fc.property(
      parts(fc.oneof(plainFlags, anyFlags)),
      fc.integer({ min: -720, max: 840 }),
      (of, zoneMinutes) => {
        const frame = wire(of);
        const content = jt808.read(frame, { ...session, zoneMinutes });
        const viaJson: FrameContent = JSON.parse(JSON.stringify(content));
        assert.equal(
          jt808.write(content, { ...session, zoneMinutes }).toString('hex'),
          frame.toString('hex'),
        );
        assert.deepEqual(viaJson, content);
      },
    ),
    { numRuns: 4000, seed },
  );
});

test('a registration of each version is read in its layout and written as it was read', () => {
  const layouts = fc.constantFrom([0, 25, '2011'], [0, 37, '2013'], [0x4000, 76, '2019'] as const);
  fc.assert(
    fc.property(
      layouts,
      bytes(76),
      bytes(0, 11),
      parts(plainFlags),
      ([flags, fixed, layout], head, plate, of) => {
        const body = Uint8Array.from([...head.subarray(0, Number(fixed)), ...plate]);
        const frame = wire({ ...of, msgId: 0x0100, flags: Number(flags), body });
        const content = jt808.read(frame, session);
        const { register } = content.fields;
        assert.equal(
          typeof register === 'object' && register && 'layout' in register && register['layout'],
          layout,
        );
        assert.equal(jt808.write(content, session).toString('hex'), frame.toString('hex'));
      },
    ),
    { numRuns: 1000, seed },
  );
});

const scaled = (least: number, most: number, scale: number) =>
  fc.integer({ min: least * scale, max: most * scale }).map((value) => value / scale + 0);
const report: fc.Arbitrary<Report> = fc.record(
  {
    time: fc
      .integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 })
      .map((seconds) => new Date(seconds * 1000).toISOString()),
    lat: scaled(-90, 90, 1e6),
    lon: scaled(-180, 180, 1e6),
    speedKmh: scaled(0, 6553, 10),
    courseDeg: fc.integer({ min: 0, max: 360 }),
    altitudeM: fc.integer({ min: -32768, max: 32767 }),
    fixed: fc.boolean(),
  },
  { noNullPrototype: true },
);
const deviceId = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(99_999_999_999))
  .map(([first, rest]) => `${first}${rest}`);

test('reports that were made up are read as they were written', () => {
  const alike = fc.record({
    deviceId,
    reports: fc.array(report, { minLength: 1, maxLength: 8 }),
    version2019: fc.boolean(),
    zoneMinutes: fc.integer({ min: -720, max: 840 }),
    serial: fc.nat(0xffff),
  });
  fc.assert(
    fc.property(alike, ({ reports, zoneMinutes, ...of }) => {
      const locations = reports.map(() => ({ alarmFlag: 0, statusFlag: 0, extras: [] }));
      const content: FrameContent = {
        kind: 'position',
        deviceId: of.deviceId,
        reports,
        conditions: [],
        fields: { msgId: '0x0704', version2019: of.version2019, serial: of.serial, batchType: 1, locations },
      };
      const zoned = { ...session, zoneMinutes };
      const again = jt808.read(jt808.write(content, zoned), zoned);
      assert.deepEqual([again.kind, again.deviceId, again.reports], ['position', of.deviceId, reports]);
      assert.deepEqual([again.fields['serial'], again.fields['version2019']], [of.serial, of.version2019]);
    }),
    { numRuns: 1500, seed },
  );
});

function receive(chunks: readonly Buffer[]): { all: Received[]; kept: number } {
  const stream = new FrameStream(jt808, session);
  const all: Received[] = [];
  let kept = 0;
  for (const chunk of chunks) {
    all.push(...stream.push(chunk));
    kept = Math.max(kept, stream.rest.length);
  }
  stream.end();
  return { all, kept };
}

function chunked(whole: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let index = 0; at < whole.length; index += 1) {
    const end = at + (sizes[index % sizes.length] ?? whole.length);
    chunks.push(whole.subarray(at, end));
    at = end;
  }
  return chunks;
}

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });

test('frames come out whole, however they are chunked, with noise and shared or doubled delimiters between', () => {
  // Noise of fewer bytes than the shortest frame: longer noise may be a frame by chance.
  const noise = bytes(0, 9).map((of) => Buffer.from(of.filter((byte) => byte !== 0x7e && byte !== 0x28)));
  const between = fc.oneof(fc.constant('shared' as const), fc.constant('doubled' as const), noise);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(between, parts(plainFlags)), { minLength: 1, maxLength: 5 }),
      sizes,
      (list, of) => {
        const frames = list.map(([, frame]) => wire(frame));
        const stream = list.map(([gap], index) => {
          const frame = frames[index] ?? Buffer.alloc(0);
          if (gap === 'shared') return index === 0 ? frame : frame.subarray(1);
          return gap === 'doubled'
            ? Buffer.concat([Buffer.from([0x7e]), frame])
            : Buffer.concat([gap, frame]);
        });
        const { all } = receive(chunked(Buffer.concat(stream), of));
        const contents = all.flatMap((received) => ('content' in received ? [received.content] : []));
        assert.deepEqual(
          contents.map((content) => jt808.write(content, session).toString('hex')),
          frames.map((frame) => frame.toString('hex')),
        );
      },
    ),
    { numRuns: 1500, seed },
  );
});

test('arbitrary bytes and damaged frames end in frames or reasons, within the longest frame', () => {
  const special = fc.constantFrom(0x7e, 0x7d, 0x28, 0x29, 0x01, 0x02, 0x00, 0xff);
  const soup = fc.array(fc.oneof(special, fc.nat(255)), { maxLength: 400 }).map((of) => Buffer.from(of));
  const damaged = fc
    .tuple(parts(anyFlags), fc.nat(), fc.nat(255), fc.nat(3))
    .map(([of, where, byte, how]) => {
      const frame = wire(of);
      const at = where % frame.length;
      if (how === 0) return frame.subarray(0, at);
      if (how === 1) return Buffer.concat([frame.subarray(0, at), Buffer.from([byte]), frame.subarray(at)]);
      frame.writeUInt8(byte, at);
      return frame;
    });
  const long = fc
    .tuple(special, fc.integer({ min: 1900, max: 5000 }))
    .map(([byte, length]) => Buffer.alloc(length, byte));
  const piece = fc.oneof(
    { weight: 10, arbitrary: soup },
    { weight: 20, arbitrary: damaged },
    { weight: 1, arbitrary: long },
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), sizes, (pieces, of) => {
      const whole = Buffer.concat(pieces);
      const { all, kept } = receive(whole.length > 1000 ? [whole] : chunked(whole, of));
      assert.ok(kept <= jt808.longestFrame);
      for (const received of all)
        if ('content' in received) {
          jt808.answer(received.content, { accepted: true, serial: 1, now: 0 }, session);
          jt808.write(received.content, session);
        } else assert.ok(received.fault.offset >= 0 && received.fault.offset <= whole.length);
    }),
    { numRuns: 5000, seed },
  );
});

test('a frame as a whole, of any bytes, is read or refused', () => {
  fc.assert(
    fc.property(bytes(0, 300), (of) => {
      try {
        jt808.read(Buffer.from(of), session);
      } catch (error) {
        assert.ok(error instanceof FrameError && error.offset >= 0 && error.offset <= of.length);
      }
    }),
    { numRuns: 3000, seed },
  );
});
