import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStream } from '../frame-stream.ts';
import { FrameError } from '../protocol.ts';
import { jt808 } from './jt808.ts';

const session = { deviceId: null, zoneMinutes: 480, udp: false, speaker: 'device' } as const;
const read = (hex: string) => jt808.read(Buffer.from(hex, 'hex'), session);
const refusal = (hex: string): string => {
  try {
    read(hex);
  } catch (error) {
    if (error instanceof FrameError) return `${error.code} ${error.offset}`;
    throw error;
  }
  return 'read';
};
const streamed = (...chunks: string[]): string[] => {
  const stream = new FrameStream(jt808, session);
  const seen = chunks.flatMap((chunk) =>
    [...stream.push(Buffer.from(chunk, 'hex'))].map((received) =>
      'fault' in received
        ? `${received.fault.code} ${received.fault.offset}`
        : `${received.content.kind} ${String(received.content.fields['serial'])}`,
    ),
  );
  const unfinished = stream.end();
  return unfinished ? [...seen, `${unfinished.code} ${unfinished.offset}`] : seen;
};

test('offsets count in the bytes as they came, escapes included', () => {
  // The serial is 7D 02 on the wire; the check byte stands one later than it would without the escape.
  const location =
    '7e02000026123456789012007d02000000010000000200ba7f0e07e4f11c0028003c000018101510101001040000006402020 07d01137e'.replace(
      ' ',
      '',
    );
  assert.equal(refusal(location), 'read');
  assert.equal(refusal(location.replace('137e', '147e')), 'CHECKSUM 53');
  assert.equal(refusal(location.replace('7d020000', '7d030000')), 'ESCAPE 12');
  // An escaped check byte is found at its 7D.
  assert.equal(refusal('7e00020000040021679287002b7d027e'), 'read');
  assert.equal(refusal('7e00020000040021679287002b7d017e'), 'CHECKSUM 13');
});

test('a body that is not as long as announced is refused at the attributes', () => {
  assert.equal(refusal('7e0002000001234567890000' + '0a817e'), 'read');
  assert.equal(refusal('7e0002000101234567890000' + '0a807e'), 'LENGTH 3');
  assert.equal(refusal('7e0002000001234567890000' + '0a01807e'), 'LENGTH 3');
  assert.equal(refusal('7e0002027e'), 'LENGTH 1');
  assert.equal(refusal('7e7e'), 'LENGTH 1');
});

test('a location that is too short is refused where its bytes end', () => {
  assert.equal(refusal('7e02000002012345678900000a0000837e'), 'LENGTH 13');
});

test('an encrypted body and a part of several are kept as they are; positions among them are not confirmed', () => {
  const encrypted = read('7e02000402012345678900000aaabb967e');
  assert.deepEqual([encrypted.kind, encrypted.fields['bodyHex'], encrypted.reports], ['other', 'aabb', []]);
  const part = read('7e07042002012345678900000a00030001aabbb17e');
  assert.deepEqual(
    [part.kind, part.fields['packTotal'], part.fields['packIndex'], part.fields['bodyHex']],
    ['other', 3, 1, 'aabb'],
  );
  const result = (content: typeof part) =>
    jt808
      .answer(content, { accepted: true, serial: 7, now: 0 }, session)
      .map((answer) => answer.toString('hex'));
  assert.deepEqual(result(encrypted), ['7e80010005012345678900' + '0007' + '000a020003' + '017e']);
  assert.deepEqual(result(part), []); // with the last part
});

test('frames may share a delimiter, or have noise and lines in brackets between', () => {
  const one = '7e00020000012345678900000a817e';
  const two = '00020000012345678900000b807e';
  assert.deepEqual(streamed(one + two), ['heartbeat 10', 'heartbeat 11']);
  assert.deepEqual(streamed(one.slice(0, 20), one.slice(20) + two.slice(0, 9 * 2), two.slice(9 * 2)), [
    'heartbeat 10',
    'heartbeat 11',
  ]);
  assert.deepEqual(streamed(`010203${one}aabb7e${two}`), [
    'NOT_A_FRAME 0',
    'heartbeat 10',
    'NOT_A_FRAME 18',
    'heartbeat 11',
  ]);
  assert.deepEqual(streamed(`${one}2831322c31292869642c3129${one}`), [
    'heartbeat 10',
    'other undefined',
    'other undefined',
    'heartbeat 10',
  ]);
  assert.deepEqual(streamed(`7e7e7e${one}`), ['NOT_A_FRAME 0', 'heartbeat 10']);
});

test('an endless frame is refused, and what follows is read again', () => {
  const one = '7e00020000012345678900000a817e';
  assert.deepEqual(streamed(`7e${'00'.repeat(3000)}${one}`), [
    'TOO_LONG 0',
    'NOT_A_FRAME 2092',
    'heartbeat 10',
  ]);
  assert.deepEqual(streamed(`7e${'00'.repeat(1500)}`, '00'.repeat(1500), one), [
    'TOO_LONG 0',
    'NOT_A_FRAME 2092',
    'heartbeat 10',
  ]);
});
