import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decode } from '../decode.ts';
import { FieldError, type FrameContent } from '../protocol.ts';
import { plainSession, receive, throughJson } from '../testing/codec-properties.ts';
import { bytesOf, type Vector, vectorsOf } from '../testing/vectors.ts';
import { osmand } from './osmand.ts';

const reception = { accepted: true, serial: 1, now: 0 };
const reference = z
  .object({
    fixTime: z.string().optional(),
    lat: z.number(),
    lon: z.number(),
    altitude: z.number().optional(),
    speedKmh: z.number().optional(),
    speedMps: z.number().nullish(),
    course: z.number().nullish(),
    attributes: z.object({ batteryLevel: z.number().optional() }).optional(),
  })
  .nullable();
const statusLines: Record<string, string> = {
  'HTTP 200 OK': 'HTTP/1.1 200 OK',
  'HTTP 400 Bad Request': 'HTTP/1.1 400 Bad Request',
};

/** Compares with what the reference server found; degrees to its last decimal, speed to ours. */
function assertReference(vector: Vector, { reports, conditions }: FrameContent): void {
  const said = reference.parse(vector.expected['reference']);
  const [report] = reports;
  if (said === null || !report) return;
  if (said.fixTime) assert.equal(report.time, said.fixTime);
  assert.ok(Math.abs((report.lat ?? 0) - said.lat) < 1e-7);
  assert.ok(Math.abs((report.lon ?? 0) - said.lon) < 1e-7);
  const kmh = said.speedMps === undefined ? said.speedKmh : (said.speedMps ?? 0) * 3.6;
  assert.ok(Math.abs((report.speedKmh ?? 0) - (kmh ?? 0)) <= 0.05);
  assert.equal(report.courseDeg ?? 0, said.course ?? 0);
  assert.ok(Math.abs((report.altitudeM ?? 0) - (said.altitude ?? 0)) <= 0.0005);
  assert.equal(conditions[0]?.batteryPct ?? undefined, said.attributes?.batteryLevel);
}

for (const vector of vectorsOf('osmand'))
  test(`${vector.id} decodes to what its source found and back to the same bytes.`, () => {
    const { frames, errors, rest } = decode(osmand, bytesOf(vector), plainSession, reception);
    assert.deepEqual([errors, rest, frames.length], [[], '', 1]);
    const [frame] = frames;
    assert.ok(frame);
    assert.equal(osmand.write(throughJson(frame), plainSession).toString('utf8'), vector.hex_or_text);
    assert.equal(frame.deviceId ?? undefined, vector.expected.deviceId);
    const status = Buffer.from(frame.responses[0] ?? '', 'hex')
      .toString('latin1')
      .split('\r\n');
    assert.deepEqual(status, [
      statusLines[vector.expected.responses?.[0] ?? ''],
      'Content-Length: 0',
      '',
      '',
    ]);
    assertReference(vector, frame);
  });

const request =
  'GET /?id=SYN%2D1&lat=6.1&lon=1.2&timestamp=1770000000&speed=10&alarm=tampering,door HTTP/1.1\r\nHost: a\r\n\r\n';
const read = (text: string): FrameContent => osmand.read(Buffer.from(text), plainSession);
const write = (content: FrameContent): string => osmand.write(content, plainSession).toString();

test('the alarms of a request become alerts of the profile, and the device id is decoded.', () => {
  const { kind, deviceId, conditions, reports } = read(request);
  assert.deepEqual([kind, deviceId, conditions[0]?.alerts], ['alarm', 'SYN-1', ['SEAL_TAMPER', 'DOOR_OPEN']]);
  assert.equal(reports[0]?.speedKmh, 18.5);
});

test('only the parameter of a changed value is written anew.', () => {
  const content = read(request);
  const [report] = content.reports;
  assert.ok(report);
  const given = { ...report, lat: -6.2, speedKmh: null, altitudeM: 130, time: '2026-02-02T02:40:00.250Z' };
  assert.equal(
    write({ ...content, reports: [given] }),
    'GET /?id=SYN%2D1&lat=-6.2&lon=1.2&timestamp=1770000000250&alarm=tampering,door&altitude=130 HTTP/1.1\r\nHost: a\r\n\r\n'.replace(
      '1770000000250',
      '1770000000250',
    ),
  );
});

test('a changed value in a JSON body changes its length, too.', () => {
  const body =
    '{"device_id":"7","location":{"timestamp":"2026-02-02T02:40:00Z","coords":{"latitude":6.0,"longitude":1}}}';
  const content = read(`POST / HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  const [report] = content.reports;
  assert.ok(report);
  const changed = body.replace('6.0', '-12.25');
  assert.equal(
    write({ ...content, reports: [{ ...report, lat: -12.25 }] }),
    `POST / HTTP/1.1\r\nContent-Length: ${changed.length}\r\n\r\n${changed}`,
  );
});

test('a form in the body is read like a query.', () => {
  const body = 'id=77&lat=12&lon=-1.5&batt=40&archive=true&lock=LOCKED&timestamp=1770000000';
  const { deviceId, conditions, reports } = read(
    `POST / HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  assert.equal(deviceId, '77');
  assert.deepEqual(conditions, [
    { alerts: [], stored: true, lock: 'LOCKED', authorised: null, batteryPct: 40 },
  ]);
  assert.equal(reports[0]?.time, '2026-02-02T02:40:00.000Z');
});

test('a time without zone is read by the clock of the device.', () => {
  const frame = Buffer.from('GET /?id=1&lat=1&lon=1&timestamp=2026-02-02+03:40:00 HTTP/1.1\r\n\r\n');
  const session = { ...plainSession, zoneMinutes: 60 };
  const content = osmand.read(frame, session);
  assert.equal(content.reports[0]?.time, '2026-02-02T02:40:00.000Z');
  assert.deepEqual(osmand.write(throughJson(content), session), frame);
});

test('what cannot be read is refused with its place, and the connection goes on.', () => {
  const received = receive(osmand, [Buffer.from(`GET /?id=1&lat=91&lon=1 HTTP/1.1\r\n\r\n${request}`)]);
  assert.deepEqual('fault' in (received[0] ?? {}) && received[0], {
    fault: { offset: 11, code: 'VALUE', reason: 'lat=91 cannot be read' },
  });
  assert.equal(received[1] && 'content' in received[1] && received[1].content.deviceId, 'SYN-1');
});

test('a body that is announced longer than the limit is refused before it arrives.', () => {
  const [fault] = receive(osmand, [Buffer.from('POST / HTTP/1.1\r\nContent-Length: 999999\r\n\r\n')]);
  assert.equal(fault && 'fault' in fault && fault.fault.code, 'TOO_LONG');
});

test('two lengths of one body are refused.', () => {
  const [fault] = receive(osmand, [
    Buffer.from('POST / HTTP/1.1\r\nContent-Length: 4\r\nA: b\r\nContent-Length: 4\r\n\r\nid=1'),
  ]);
  assert.deepEqual(fault, {
    fault: { offset: 0, code: 'VALUE', reason: 'more than one Content-Length' },
    close: true,
  });
});

test('what a request cannot say is refused with its pointer.', () => {
  const content = read(request);
  const [report] = content.reports;
  assert.ok(report);
  const refuses = (given: FrameContent, field: string): void =>
    assert.throws(
      () => write(given),
      (error) => error instanceof FieldError && error.field === field,
    );
  refuses({ ...content, reports: [{ ...report, lat: 91 }] }, '/reports/0/lat');
  refuses({ ...content, reports: [report, report] }, '/reports');
  refuses({ ...content, kind: 'position' }, '/kind');
  refuses({ ...content, fields: { ...content.fields, method: 'PUT' } }, '/fields/method');
  refuses({ ...content, fields: { ...content.fields, headers: ['A: b\r\nC: d'] } }, '/fields/headers/0');
});
