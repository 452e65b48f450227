import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc16Arc, crc16X25 } from './crc16.ts';

const digits = Buffer.from('123456789', 'ascii');

test('CRC-16/ARC of the nine digits is the published check value', () => {
  assert.equal(crc16Arc(digits), 0xbb3d);
});

test('CRC-16/X-25 of the nine digits is the published check value', () => {
  assert.equal(crc16X25(digits), 0x906e);
});

test('A checksum covers the bytes from start up to end and no other', () => {
  const wrapped = Buffer.concat([Buffer.from([0xff]), digits, Buffer.from([0x55, 0x55])]);
  assert.equal(crc16Arc(wrapped, 1, 10), 0xbb3d);
  assert.equal(crc16X25(wrapped, 1, 10), 0x906e);
});

test('Nothing has the initial value of each algorithm', () => {
  assert.equal(crc16Arc(Buffer.alloc(0)), 0);
  assert.equal(crc16X25(Buffer.alloc(0)), 0);
});
