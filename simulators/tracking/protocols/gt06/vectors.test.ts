import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decode } from '../decode.ts';
import type { Frame, FrameContent } from '../protocol.ts';
import { device, reception } from '../testing/reading.ts';
import { bytesOf, type Vector, vectorsOf } from '../testing/vectors.ts';
import { gt06 } from './gt06.ts';

const read = (vector: Vector) => decode(gt06, bytesOf(vector), device, reception);

const gps = z.object({
  time: z.iso.datetime(),
  gpsLen: z.number(),
  satellites: z.number(),
  lat: z.number(),
  lon: z.number(),
  speedKmh: z.number(),
  course: z.number(),
  courseStatusHex: z.string(),
  fixed: z.boolean(),
});
const raw = z.object({ gps: gps.optional(), lbs: z.record(z.string(), z.number()).optional() }).loose();

function assertReadsAs(frame: Frame, { id, expected }: Vector): void {
  const {
    gps: place,
    lbs,
    imei,
    kind,
    length: _l,
    crc: _c,
    crcOk: _o,
    stop: _s,
    contentHex: _h,
    ...flat
  } = raw.parse(expected['raw']);
  assert.ok(kind, id);
  for (const [name, value] of Object.entries({
    ...flat,
    ...(lbs?.['lbsLen'] ? { lbsLen: lbs['lbsLen'] } : {}),
  }))
    assert.deepEqual(frame.fields[name], value, `${id} ${name}`);
  if (imei) assert.equal(frame.deviceId, imei, id);
  assert.equal(frame.reports.length, place ? 1 : 0, id);
  if (lbs) {
    const { lbsLen: _, ...cell } = lbs;
    assert.deepEqual(
      { ...z.looseObject({}).parse(frame.fields['lbs']), wideMnc: undefined },
      { ...cell, wideMnc: undefined },
      id,
    );
  }
  if (place === undefined) return;
  const { time, lat, lon, speedKmh, course, fixed, ...details } = place;
  assert.deepEqual(
    frame.reports,
    [{ time: time.replace('Z', '.000Z'), lat, lon, speedKmh, courseDeg: course, altitudeM: null, fixed }],
    id,
  );
  assert.deepEqual(frame.fields['gps'], details, id);
}

test('Every strict vector reads as outsiders read it and is written to the same bytes', () => {
  const strict = vectorsOf('gt06').filter((vector) => vector.strict);
  assert.equal(strict.length, 25);
  for (const vector of strict) {
    const { frames, errors, rest } = read(vector);
    assert.deepEqual({ errors, rest }, { errors: [], rest: '' }, vector.id);
    const [frame] = frames;
    assert.ok(frame, vector.id);
    assertReadsAs(frame, vector);
    if (vector.expected.deviceId) assert.equal(frame.deviceId, vector.expected.deviceId, vector.id);
    const again: FrameContent = JSON.parse(JSON.stringify(frame));
    assert.equal(gt06.write(again, device).toString('hex'), vector.hex_or_text, vector.id);
  }
});

test('A server answers every strict vector with the bytes that outsiders saw', () => {
  const answered = vectorsOf('gt06').filter(({ strict, expected }) => strict && expected.responses);
  assert.equal(answered.length, 19);
  for (const vector of answered)
    assert.deepEqual(read(vector).frames[0]?.responses, vector.expected.responses, vector.id);
});

const good = z.object({ raw: z.object({ crcOk: z.literal(true) }) });

test('Every other vector with a right checksum is read and written to the same bytes', () => {
  const others = vectorsOf('gt06').filter(
    ({ strict, expected }) => !strict && good.safeParse(expected).success,
  );
  assert.ok(others.length > 100);
  for (const vector of others) {
    const { frames, errors } = read(vector);
    assert.deepEqual(errors, [], vector.id);
    const bytes = frames.map((frame) =>
      gt06.write(JSON.parse(JSON.stringify(frame)), device).toString('hex'),
    );
    assert.equal(bytes.join(''), vector.hex_or_text, vector.id);
  }
});

test('Every vector with a wrong checksum or length is refused with a reason inside its bytes', () => {
  const wrong = vectorsOf('gt06').filter(
    ({ strict, expected }) => !strict && !good.safeParse(expected).success,
  );
  assert.ok(wrong.length > 10);
  for (const vector of wrong) {
    const { frames, errors } = read(vector);
    assert.ok(frames.length + errors.length > 0, vector.id);
    for (const { offset, reason } of errors) {
      assert.ok(offset <= bytesOf(vector).length, vector.id);
      assert.ok(reason.length > 0, vector.id);
    }
  }
});

test('The misprint of the manual is refused for its checksum', () => {
  const misprint = vectorsOf('gt06').find(({ id }) => id === 'gt06-006');
  assert.ok(misprint);
  assert.deepEqual(
    read(misprint).errors.map(({ offset, code }) => ({ offset, code })),
    [{ offset: 32, code: 'CHECKSUM' }],
  );
});
