import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { pausesKept, servicePausesKept } from './retry-pauses.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const at = (second: number): string =>
  new Date(Date.parse('2026-11-20T12:00:00Z') + second * 1000).toISOString();
const attempt = (second: number): ExchangeRecord => ({
  ...delivered(notice, 'BF', { status: 503 }),
  at: at(second),
});
const other = delivered(message('TransitNotice', 2), 'BF');
const pause = (before: number, after: number, seconds = 16) => [{ seconds, before, after }];
const judge = (records: ExchangeRecord[], pauses: ReturnType<typeof pause>) =>
  pausesKept(records, notice.messageId, 'BF', pauses);

test('one attempt at the end of its pause is as required, whatever else is delivered meanwhile', () => {
  assertGreen(judge([attempt(0), other, attempt(16)], pause(1, 2)));
  assertGreen(judge([attempt(0), attempt(14.3)], pause(1, 2)));
});

test('a pause that is shorter by a third, none at its end, and two at once are seen', () => {
  assertRed(judge([attempt(0), attempt(10.7)], pause(1, 2)), /: 10.7 s$|10.7 s/);
  for (const seconds of [1, 2, 4, 8, 60, 300, 900])
    assertRed(judge([attempt(0), attempt((seconds * 2) / 3)], pause(1, 2, seconds)), / s$/);
  assertRed(judge([attempt(0), other], pause(1, 1)), /aucun second essai/);
  assertRed(judge([attempt(0), attempt(16), attempt(16)], pause(1, 3)), /à la fin d'une pause de 16 s : 2$/);
  assertRed(judge([attempt(0), attempt(16)], []), /0 pause/);
});

test('calls of a service are judged the same way', () => {
  const call = (second: number): ExchangeRecord => ({ ...attempt(second), kind: 'service', to: 'tariff' });
  assertGreen(servicePausesKept([call(0), call(8)], 'tariff', pause(1, 2, 8)));
  assertRed(servicePausesKept([call(0), call(5.3)], 'tariff', pause(1, 2, 8)), /5.3 s/);
});
