import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { FrameStream } from '../frame-stream.ts';
import { device, reception } from '../testing/reading.ts';
import { jointech } from './jointech.ts';

const position =
  '2480006200111911003418042116225922348310113550543F12980000002D060000000020E028109228661F000100000F0F0F0F0F0F0F0F000001CC0156';

test('A position is found behind bytes that look like the head of a frame', () => {
  const heads = ['24'.repeat(40), '2412345678', '2480006200111911003418', '24000000000019110034ffffff', '24'];
  for (const head of heads) {
    const bytes = Buffer.from(head + position + position, 'hex');
    const { frames, rest } = decode(jointech, bytes, device, reception);
    assert.equal(rest, '', head);
    const found = frames.filter(({ reports }) => reports[0]?.time === '2021-04-18T16:22:59.000Z');
    assert.ok(found.length >= (head === '2480006200111911003418' ? 1 : 2), `${head}: ${found.length}`);
  }
});

test('A heartbeat is found inside a binary frame that has neither date nor place', () => {
  const bytes = Buffer.concat([
    Buffer.from('24800062001119110034ffffffffffff', 'hex'),
    Buffer.from('(8000620011,@JT)'),
    Buffer.from(position, 'hex'),
  ]);
  const { frames, errors } = decode(jointech, bytes, device, reception);
  assert.deepEqual(
    frames.map(({ kind }) => kind),
    ['heartbeat', 'position'],
  );
  assert.deepEqual(
    errors.map(({ offset, code }) => ({ offset, code })),
    [{ offset: 0, code: 'VALUE' }],
  );
});

test('Noise of one repeated mark is one refusal, not one for each byte', () => {
  const { errors } = decode(jointech, Buffer.alloc(10_000, '$'), device, reception);
  assert.ok(errors.length <= 2, `${errors.length}`);
});

test('Line ends between frames are no fault, however they come', () => {
  const bytes = Buffer.from(`\r\n(8000620011,@JT)\r\n(8000620011,@JT)\n\n${'\r\n'.repeat(3)}`);
  const all = Buffer.concat([bytes, Buffer.from(position, 'hex'), Buffer.from('\r\n')]);
  const { frames, errors, rest } = decode(jointech, all, device, reception);
  assert.deepEqual([frames.length, errors, rest], [3, [], '']);
  const stream = new FrameStream(jointech, device);
  const received = [...all].flatMap((byte) => [...stream.push(Buffer.from([byte]))]);
  assert.deepEqual([received.filter((one) => 'fault' in one).length, received.length], [0, 3]);
  assert.equal(stream.end(), null);
});

test('A line end amid other noise is part of it', () => {
  const { errors } = decode(jointech, Buffer.from('ab\r\ncd\r\n(8000620011,@JT)'), device, reception);
  assert.deepEqual(
    errors.map(({ offset, code }) => ({ offset, code })),
    [{ offset: 0, code: 'NOT_A_FRAME' }],
  );
});
