import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameError } from '../protocol.ts';
import { readBcd, readBcdNibbles, writeBcd } from './bcd.ts';

test('packed decimal digits are read high nibble first and keep their leading zeros.', () => {
  assert.equal(readBcd(Buffer.from('ff080006ff', 'hex'), 1, 3), '080006');
});

test('packed decimal digits may end in the middle of a byte.', () => {
  assert.equal(readBcdNibbles(Buffer.from('113550543f', 'hex'), 0, 9), '113550543');
});

test('a nibble above 9 is refused with the offset of its byte.', () => {
  assert.throws(
    () => readBcd(Buffer.from('00123c', 'hex'), 1, 2),
    (error) => error instanceof FrameError && error.code === 'VALUE' && error.offset === 2,
  );
});

test('written digits take exactly their bytes.', () => {
  const bytes = Buffer.alloc(4, 0xff);
  writeBcd(bytes, 1, 2, '0987');
  assert.equal(bytes.toString('hex'), 'ff0987ff');
  assert.throws(() => writeBcd(bytes, 0, 2, '987'), RangeError);
  assert.throws(() => writeBcd(bytes, 0, 2, '98a7'), RangeError);
});
