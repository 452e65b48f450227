import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode } from '../decode.ts';
import { chunked, receive } from '../testing/codec-properties.ts';
import { device, reception } from '../testing/reading.ts';
import { bytesOf, vectorsOf } from '../testing/vectors.ts';
import { jointech } from './jointech.ts';

const position = Buffer.from(
  '2480006200111911003418042116225922348310113550543F12980000002D060000000020E028109228661F000100000F0F0F0F0F0F0F0F000001CC0156',
  'hex',
);
const heartbeat = Buffer.from('(8000620011,@JT)');
/** Bytes up to the place: what is cut off before it was found by other means. */
const PLACED = 27;

test('A frame behind a truncated one of the same lock is found, and the truncated one refused', () => {
  for (let length = PLACED; length < position.length; length += 1)
    for (const next of [position, heartbeat]) {
      const bytes = Buffer.concat([position.subarray(0, length), next, position]);
      const { frames, errors, rest } = decode(jointech, bytes, device, reception);
      assert.equal(frames.length, 2, `${length}`);
      assert.deepEqual([errors.map(({ offset, code }) => [offset, code]), rest], [[[0, 'INCOMPLETE']], '']);
    }
});

test('It is found as soon as its head is there: nothing that it follows is answered', () => {
  const bytes = Buffer.concat([position.subarray(0, 50), position]);
  const received = receive(
    jointech,
    [...bytes].map((byte) => Buffer.from([byte])),
  );
  assert.deepEqual(
    received.map((one) => 'content' in one),
    [false, true],
  );
});

test('Marks, and the id of the lock, inside a frame end nothing', () => {
  const marks = fc.constantFrom('24', '248000620011', '2480006200', '28383030', '8000620011');
  fc.assert(
    fc.property(marks, fc.nat(17), fc.array(fc.nat(400), { maxLength: 5 }), (mark, at, places) => {
      const frame = Buffer.from(position);
      frame.write(mark, 44 + Math.min(at, 17 - mark.length / 2), 'hex');
      const received = receive(jointech, chunked(Buffer.concat([frame, position]), places));
      assert.deepEqual(
        received.map((one) => ('content' in one ? one.bytes.length : 0)),
        [62, 62],
      );
    }),
    { numRuns: 500 },
  );
});

test('No vector is taken for a truncated frame', () => {
  for (const vector of vectorsOf('jointech')) {
    const { errors } = decode(jointech, bytesOf(vector), device, { ...reception, now: Date.UTC(2026, 0, 1) });
    assert.equal(
      errors.some(({ reason }) => /same lock/.test(reason)),
      false,
      vector.id,
    );
  }
});
