import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { FieldError } from '../protocol.ts';
import { plainSession, throughJson } from '../testing/codec-properties.ts';
import { only, reception } from '../testing/reading.ts';
import { osmand } from './osmand.ts';

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex');
const get = (query: string): string => `GET /?${query} HTTP/1.1\r\nHost: x\r\n\r\n`;
const place = 'id=123456&lat=12.3657&lon=-1.5339';

/** Reads one request, and writes it again to the same bytes. */
function read(text: string) {
  const frame = only(osmand, hex(text));
  assert.equal(osmand.write(throughJson(frame), plainSession).toString('utf8'), text);
  return frame;
}

test('A measure that a client does not know costs no position', () => {
  for (const unknown of ['-1', '', 'NaN', 'nan', '1e999', '12,5']) {
    const { reports, conditions } = read(get(`${place}&speed=${unknown}&bearing=${unknown}&batt=${unknown}`));
    assert.deepEqual(
      { ...reports[0], battery: conditions[0]?.batteryPct },
      {
        time: null,
        lat: 12.3657,
        lon: -1.5339,
        speedKmh: null,
        courseDeg: null,
        altitudeM: null,
        fixed: true,
        battery: null,
      },
      unknown,
    );
  }
  assert.equal(read(get(`${place}&bearing=361`)).reports[0]?.courseDeg, null);
  assert.equal(read(get(`${place}&altitude=`)).reports[0]?.altitudeM, null);
});

test('A measure that was not readable can be given when the frame is written', () => {
  const frame = read(get(`${place}&bearing=-1`));
  const [report] = frame.reports;
  assert.ok(report);
  const bytes = osmand.write({ ...frame, reports: [{ ...report, courseDeg: 90 }] }, plainSession);
  assert.equal(bytes.toString('utf8'), get(`${place}&bearing=90`));
});

test('A place is read in every spelling of a decimal number', () => {
  const spellings = [
    ['.5', '-.25', 0.5, -0.25],
    ['60.', '+30.', 60, 30],
    ['%2B5', '1e%2B1', 5, 10],
  ] as const;
  for (const [lat, lon, south, west] of spellings) {
    const [report] = read(get(`id=1&lat=${lat}&lon=${lon}`)).reports;
    assert.deepEqual([report?.lat, report?.lon], [south, west], `${lat} ${lon}`);
  }
});

test('A time is read with decimals of a second, without seconds, and with a zone of whole hours', () => {
  const times = [
    ['1700000000.5', '2023-11-14T22:13:20.500Z'],
    ['2026-01-02T03:04Z', '2026-01-02T03:04:00.000Z'],
    ['2026-01-02+03:04', '2026-01-02T03:04:00.000Z'],
    ['2026-01-02T03:04:05%2B01', '2026-01-02T02:04:05.000Z'],
  ];
  for (const [spelled, time] of times)
    assert.equal(read(get(`${place}&timestamp=${spelled}`)).reports[0]?.time, time, spelled);
});

test('A form that ends with a line end is read', () => {
  const body = `${place}\r\n`;
  const [report] = read(`POST / HTTP/1.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`).reports;
  assert.deepEqual([report?.lat, report?.lon], [12.3657, -1.5339]);
});

test('JSON is read behind white space, with a length and without', () => {
  const body = ' \r\n{"location":{"coords":{"latitude":1.5,"longitude":-2.5}},"device_id":"7"}';
  for (const length of [`Content-Length: ${body.length}\r\n`, '']) {
    const frame = read(`POST / HTTP/1.1\r\nContent-Type: application/json\r\n${length}\r\n${body}`);
    assert.deepEqual([frame.deviceId, frame.reports[0]?.lat], ['7', 1.5]);
  }
});

test('A query that cannot be read is refused with a field when it is written', () => {
  const frame = read(get(place));
  const fields = { ...frame.fields, query: 'id=123456&lat=abc&lon=1' };
  assert.throws(() => osmand.write({ ...frame, fields }, plainSession), FieldError);
});

test('Noise longer than any window hides no request behind it', () => {
  for (const length of [16_380, 16_384, 16_385, 40_000]) {
    const bytes = Buffer.concat([Buffer.alloc(length, 'G'), Buffer.from(get(place))]);
    const { frames, rest } = decode(osmand, bytes, plainSession, reception);
    assert.deepEqual([frames.map(({ deviceId }) => deviceId), rest], [['123456'], ''], String(length));
  }
});
