import { test } from 'node:test';
import { pausesKept } from './retry-pauses.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const attempt = delivered(notice, 'BF', { status: 503 });
const other = delivered(message('TransitNotice', 2), 'BF');
const pause = (before: number, halfway: number, after: number) => [{ seconds: 16, before, halfway, after }];
const judge = (records: Parameters<typeof pausesKept>[0], pauses: ReturnType<typeof pause>) =>
  pausesKept(records, notice.messageId, 'BF', pauses);

test('one attempt at the end of its pause is as required, whatever else is delivered meanwhile', () => {
  assertGreen(judge([attempt, other, attempt], pause(1, 2, 3)));
});

test('an attempt before half of the pause, none at its end, and two at once are seen', () => {
  assertRed(judge([attempt, attempt], pause(1, 2, 2)), /première moitié d'une pause de 16 s : 1$/);
  assertRed(judge([attempt, other], pause(1, 1, 2)), /à la fin d'une pause de 16 s : 0$/);
  assertRed(judge([attempt, attempt, attempt], pause(1, 1, 3)), /à la fin d'une pause de 16 s : 2$/);
});
