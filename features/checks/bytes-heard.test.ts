import { test } from 'node:test';
import { hearsOnly } from './bytes-heard.ts';
import { assertGreen, assertRed, frame } from './testing/evidence.ts';

const ID = '990011000001';
const heard = (bytes: string, what = 'bytes') => [frame(ID, what, { heard: bytes })];

test('the bytes of an answer and no others are as required', () => {
  assertGreen(hearsOnly(heard('0100000002'), ID, '01 00000002'));
  assertRed(hearsOnly(heard('010000000100000002'), ID, '01 00000002'), /entend 010000000100000002/);
  assertRed(hearsOnly(heard('01'), ID, '01 00000002'), /entend 01$/);
  assertRed(hearsOnly([], ID, '01'), /rien/);
  assertRed(hearsOnly([frame(ID, 'bytes', { fault: 'timeout' })], ID, '01'), /rien/);
  assertGreen(hearsOnly(heard('485454502f312e312032303020'), ID, '485454502f312e3120323030 ...'));
});

test('an answer of JT/T 808 is compared without escapes, and its check byte is recomputed', () => {
  const pattern = '7e 8001 0005 990011000001 .... 0001 0002 00 .. 7e';
  assertGreen(hearsOnly(heard('7e800100059900110000010007000100020009 7e'.replace(' ', '')), ID, pattern));
  assertRed(hearsOnly(heard('7e80010005990011000001000700010002000a7e'), ID, pattern), /faux/);
  assertRed(
    hearsOnly(heard('7e800100059900110000010007000200020009 7e'.replace(' ', '')), ID, pattern),
    /entend/,
  );
});

test('a check byte that is escaped, as 7E is, counts as it is meant', () => {
  const pattern = '7e 8001 0005 990011000001 .... 0001 0002 00 .. 7e';
  assertGreen(hearsOnly(heard('7e8001000599001100000100700001000200' + '7d027e'), ID, pattern));
  assertRed(hearsOnly(heard('7e8001000599001100000100710001000200' + '7d027e'), ID, pattern), /faux/);
});

test('what counts is what the device heard to its last report, whatever it was, and no other device', () => {
  const refused = heard('285036392c312c3129', 'position');
  assertGreen(hearsOnly(refused, ID, '28 50 36 39 2c 31 2c 31 29'));
  assertGreen(hearsOnly([...refused, ...heard('01', 'login')], ID, '285036392c312c3129'));
  const taken = heard('285036392c302c3129', 'alarm');
  assertRed(hearsOnly([...refused, ...taken], ID, '285036392c312c3129'), /entend 285036392c302c3129$/);
  assertRed(hearsOnly([frame('990011000002', 'bytes', { heard: '01' })], ID, '01'), /rien/);
});
