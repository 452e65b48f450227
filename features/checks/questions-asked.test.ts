import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { questionsAsked } from './questions-asked.ts';
import { assertGreen, assertRed, message, submitted } from './testing/evidence.ts';

const call = (path: string): ExchangeRecord => ({
  ...submitted(message('TransitNotice', 1)),
  kind: 'service',
  from: 'hub',
  to: 'vehicle-register',
  method: 'GET',
  path,
});
const TRACTOR = '/vehicles/TG-1?country=TG';
const TRAILER = '/vehicles/TG-2?country=TG';
const judge = (...paths: string[]) => questionsAsked(paths.map(call), 'vehicle-register', [TRACTOR, TRAILER]);

test('each question once, in any order, is as required', () => {
  assertGreen(judge(TRAILER, TRACTOR));
});

test('a question put twice, one left out, another one and one about another country are seen', () => {
  assertRed(judge(TRACTOR, TRACTOR), /TG-1.*TG-1/);
  assertRed(judge(TRACTOR), /TG-1/);
  assertRed(judge(TRACTOR, TRAILER, '/vehicles/TG-3?country=TG'), /TG-3/);
  assertRed(judge(TRACTOR, '/vehicles/TG-2?country=BF'), /BF/);
});
