import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decode } from '../decode.ts';
import type { FrameContent, Session } from '../protocol.ts';
import { device, reception } from '../testing/reading.ts';
import { bytesOf, type Vector, vectorsOf } from '../testing/vectors.ts';
import { teltonika } from './teltonika.ts';

const sessionOf = ({ variant = '', direction }: Vector): Session => ({
  ...device,
  udp: variant.endsWith('-udp'),
  speaker: direction.startsWith('server') ? 'server' : 'device',
});

const read = (vector: Vector) => decode(teltonika, bytesOf(vector), sessionOf(vector), reception);

const io = z.object({ id: z.number() }).loose();
const record = z
  .object({
    time: z.string(),
    lat: z.number(),
    lon: z.number(),
    altitude: z.number(),
    angle: z.number(),
    speedKmh: z.number(),
    lonRaw: z.number(),
    latRaw: z.number(),
    timestampMs: z.number(),
    io: z.array(io),
  })
  .loose();
const raw = z.object({ records: z.array(record).optional() }).loose();

/** What outsiders read, in the terms of a frame; the names that only describe the bytes are left out. */
function expectedOf({ expected }: Vector) {
  const { records = [], ...rest } = raw.parse(expected['raw']);
  const reports = records.map(({ time, lat, lon, altitude, angle, speedKmh }) => ({
    time,
    lat,
    lon,
    speedKmh,
    courseDeg: angle,
    altitudeM: altitude,
  }));
  const details = records.map(
    ({
      timestampMs: _ms,
      time: _t,
      lonRaw: _lo,
      latRaw: _la,
      lon: _x,
      lat: _y,
      altitude: _z,
      angle: _a,
      speedKmh: _s,
      ...kept
    }) => ({
      ...kept,
      io: kept.io.map(({ hex, ...item }) => ('variable' in item ? { ...item, hex } : item)),
    }),
  );
  return { reports, details, rest };
}

test('Every strict vector reads as outsiders read it and is written to the same bytes', () => {
  const strict = vectorsOf('teltonika').filter((vector) => vector.strict);
  assert.equal(strict.length, 40);
  for (const vector of strict) {
    const { frames, errors, rest } = read(vector);
    assert.deepEqual({ errors, rest }, { errors: [], rest: '' }, vector.id);
    const [frame] = frames;
    assert.ok(frame, vector.id);
    const expected = expectedOf(vector);
    const reports = frame.reports.map(({ fixed: _, ...report }) => report);
    assert.deepEqual(reports, expected.reports, vector.id);
    assert.deepEqual(frame.fields['records'] ?? [], expected.details, vector.id);
    for (const name of ['codec', 'count', 'type', 'size', 'timestampS', 'text', 'packetId', 'avlPacketId'])
      assert.deepEqual(frame.fields[name], expected.rest[name], `${vector.id} ${name}`);
    if (vector.expected.deviceId) assert.equal(frame.deviceId, vector.expected.deviceId, vector.id);
    const again: FrameContent = JSON.parse(JSON.stringify(frame));
    assert.equal(teltonika.write(again, sessionOf(vector)).toString('hex'), vector.hex_or_text, vector.id);
  }
});

test('A server answers every strict vector with the bytes that outsiders saw', () => {
  const answered = vectorsOf('teltonika').filter(({ strict, expected }) => strict && expected.responses);
  assert.ok(answered.length > 30);
  for (const vector of answered)
    assert.deepEqual(read(vector).frames[0]?.responses, vector.expected.responses, vector.id);
});

test('Every other vector is read or refused with a reason inside its bytes', () => {
  for (const vector of vectorsOf('teltonika').filter(({ strict }) => !strict)) {
    const { frames, errors } = read(vector);
    assert.ok(frames.length + errors.length > 0, vector.id);
    for (const { offset, reason } of errors) {
      assert.ok(offset <= bytesOf(vector).length, vector.id);
      assert.ok(reason.length > 0, vector.id);
    }
  }
});
