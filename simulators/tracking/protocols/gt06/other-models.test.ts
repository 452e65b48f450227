import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { decode } from '../decode.ts';
import { FrameStream } from '../frame-stream.ts';
import type { FrameContent } from '../protocol.ts';
import { throughJson } from '../testing/codec-properties.ts';
import { device, reception } from '../testing/reading.ts';
import { bytesOf, type Vector, vectorsOf } from '../testing/vectors.ts';
import { gt06 } from './gt06.ts';

const vectors = vectorsOf('gt06');
const read = (vector: Vector) => decode(gt06, bytesOf(vector), device, reception);

/** What the reference made of a vector. */
const reference = z.object({
  fixTime: z.string(),
  valid: z.boolean(),
  lat: z.number(),
  lon: z.number(),
  course: z.number(),
});

/** What a vector holds as a stream gives it: with the marks that `decode` does not print. */
function contentOf(id: string): FrameContent {
  const vector = vectors.find((candidate) => candidate.id === id);
  assert.ok(vector, id);
  const [received] = new FrameStream(gt06, device).push(bytesOf(vector));
  assert.ok(received && 'content' in received, id);
  return received.content;
}

/** Its position is in another layout than the GPS block of the manual. */
const elsewhere = new Set([
  ...['gt06-028', 'gt06-044'], // 0x95
  ...['gt06-085', 'gt06-088', 'gt06-089', 'gt06-193'], // 0x70
  ...['gt06-128', 'gt06-129', 'gt06-130', 'gt06-132', 'gt06-133'], // 0x32 and 0x33 of one model
  'gt06-111', // 0xa3, no place
  'gt06-143', // text
]);

test('Every position that the reference found in a frame of models beside the manual is read alike', () => {
  let compared = 0;
  for (const vector of vectors) {
    const expected = reference.safeParse(vector.expected['reference']);
    const [frame] = read(vector).frames;
    if (vector.strict || !expected.success || frame === undefined || elsewhere.has(vector.id)) continue;
    const { fixTime, valid, lat, lon, course } = expected.data;
    const [report] = frame.reports;
    assert.ok(report, vector.id);
    assert.deepEqual([report.time, report.fixed, report.courseDeg], [fixTime, valid, course], vector.id);
    assert.ok(Math.abs((report.lat ?? 0) - lat) < 1e-6, vector.id);
    assert.ok(Math.abs((report.lon ?? 0) - lon) < 1e-6, vector.id);
    assert.equal(gt06.write(throughJson(frame), device).toString('hex'), vector.hex_or_text, vector.id);
    compared += 1;
  }
  assert.ok(compared > 40, `${compared}`);
});

test('An alarm of 4G models, 0xA4, tells its code behind a cell of twelve bytes', () => {
  const { kind, conditions, fields } = contentOf('gt06-020');
  assert.deepEqual([kind, conditions[0]?.alerts, fields['alarm']], ['alarm', ['SEAL_TAMPER'], 0x13]);
});

test('A position of 4G models, 0xA0, tells whether it comes from the memory', () => {
  const { conditions, fields } = contentOf('gt06-192');
  assert.deepEqual([conditions[0]?.stored, fields['reupload']], [false, 0]);
});

test('What may hold a report that nobody reads is marked, and answered only by those who take it', () => {
  const doubtful = [
    'gt06-028', // 0x95: an event in a layout of its own
    'gt06-193', // 0x70: modules
    'gt06-040', // 0x32: the position, and a status with an alarm behind it
    'gt06-048', // 0x16: the position, and an alarm in a layout of its own
    'gt06-065', // 0x28: cells
  ];
  for (const id of doubtful) {
    const content = contentOf(id);
    assert.equal(content.unread, true, id);
    assert.equal(gt06.answer(content, reception, device).length, 1, id);
  }
});

test('What is read, or can hold no report, is not marked', () => {
  for (const id of ['gt06-045', 'gt06-020', 'gt06-190', 'gt06-176', 'gt06-009', 'gt06-073', 'gt06-010'])
    assert.equal(contentOf(id).unread, undefined, id);
});
