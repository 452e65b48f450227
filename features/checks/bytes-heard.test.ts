import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { hearsOnly } from './bytes-heard.ts';
import { assertGreen, assertRed } from './testing/evidence.ts';

const ID = '990011000001';
const heard = (body: string): ExchangeRecord[] => {
  const record = { kind: 'device', from: ID, path: `/${ID}/bytes`, answer: { status: 0, body } };
  return [record as unknown as ExchangeRecord];
};

test('the bytes of an answer and no others are as required', () => {
  assertGreen(hearsOnly(heard('0100000002'), ID, '01 00000002'));
  assertRed(hearsOnly(heard('010000000100000002'), ID, '01 00000002'), /entend 010000000100000002/);
  assertRed(hearsOnly(heard('01'), ID, '01 00000002'), /entend 01$/);
  assertRed(hearsOnly([], ID, '01'), /rien/);
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
