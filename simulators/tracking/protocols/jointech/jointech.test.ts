import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decode } from '../decode.ts';
import type { FrameContent, Session } from '../protocol.ts';
import { bytesOf, vectorsOf } from '../testing/vectors.ts';
import { jointech } from './jointech.ts';

const session: Session = { deviceId: null, zoneMinutes: 0, udp: false, speaker: 'device' };
const reception = { accepted: true, serial: 1, now: Date.UTC(2026, 2, 4, 5, 6, 7, 800) };
const raw = z.record(z.string(), z.unknown());

const again = (content: FrameContent): Buffer =>
  jointech.write(z.custom<FrameContent>().parse(JSON.parse(JSON.stringify(content))), session);

/** Told by the report or the frame itself, not by the fields. */
const elsewhere = new Set([
  'kind',
  'terminalId',
  'time',
  'lat',
  'lon',
  'fixed',
  'speedKmh',
  'speedKnots',
  'speedByte',
  'course',
  'latBcd',
  'lonBcd',
  'replyText',
  'reply',
]);

for (const vector of vectorsOf('jointech').filter(({ strict }) => strict)) {
  test(`${vector.id} decodes to the values of its source and back to the same bytes.`, () => {
    const bytes = bytesOf(vector);
    const decoding = decode(jointech, bytes, session, reception);
    assert.deepEqual([decoding.errors, decoding.rest, decoding.frames.length], [[], '', 1]);
    const [frame] = decoding.frames;
    assert.ok(frame);
    const content = jointech.read(bytes, session);
    assert.equal(again(content).toString('hex'), bytes.toString('hex'));
    if (vector.expected.deviceId) assert.equal(frame.deviceId, vector.expected.deviceId);
    if (vector.expected.responses) assert.deepEqual(frame.responses, vector.expected.responses);
    const said = raw.parse(vector.expected['raw'] ?? {});
    for (const [name, value] of Object.entries(said))
      if (!elsewhere.has(name)) assert.deepEqual(frame.fields[name], value, name);
    if (said['time'] === undefined) return;
    const [report] = frame.reports;
    assert.equal(report?.time, String(said['time']).replace('Z', '.000Z'));
    assert.deepEqual([report?.lat, report?.lon, report?.fixed], [said['lat'], said['lon'], said['fixed']]);
    assert.equal(report?.courseDeg, said['course']);
    // The source does not round to one decimal, or does it by halves to even.
    assert.ok(Math.abs((report?.speedKmh ?? -1) - Number(said['speedKmh'])) <= 0.05 + 1e-9);
  });
}

for (const vector of vectorsOf('jointech').filter(({ strict }) => !strict)) {
  test(`${vector.id} is decoded and written back, or refused with a reason.`, () => {
    const decoding = decode(jointech, bytesOf(vector), session, reception);
    assert.equal(decoding.frames.length + decoding.errors.length > 0, true);
    for (const { reason } of decoding.errors) assert.notEqual(reason, '');
    if (decoding.errors.length > 0) return;
    assert.equal(
      Buffer.concat(decoding.frames.map((frame) => again(frame))).toString('hex'),
      vector.hex_or_text,
    );
    const { deviceId, responses } = vector.expected;
    if (deviceId) assert.equal(decoding.frames[0]?.deviceId, deviceId);
    if (responses)
      assert.deepEqual(
        decoding.frames.flatMap((frame) => frame.responses),
        responses,
      );
  });
}

test('only frames of peripherals with an unescaped bracket are refused among the outside vectors.', () => {
  const refused = vectorsOf('jointech').filter(
    (vector) => decode(jointech, bytesOf(vector), session, reception).errors.length > 0,
  );
  assert.deepEqual(
    refused.map(({ id }) => id),
    ['jointech-034', 'jointech-075'],
  );
});
