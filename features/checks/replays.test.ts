import { test } from 'node:test';
import { answeredAlike } from './replays.ts';
import { acknowledgementOf, assertGreen, assertRed, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const id = notice.messageId;
const first = acknowledgementOf(notice, 2);

test('a message repeated three times with one acknowledgement is as required', () => {
  const same = submitted(notice, { answer: first });
  assertGreen(answeredAlike([same, same, same], id, 3));
});

test('an acknowledgement composed afresh, a refused repetition and a lost one are seen', () => {
  const same = submitted(notice, { answer: first });
  const afresh = submitted(notice, { answer: acknowledgementOf(notice, 3) });
  assertRed(answeredAlike([same, afresh], id, 2), /2 accusé/);
  assertRed(answeredAlike([same, submitted(notice, { status: 409, answer: first })], id, 2), /202, 409/);
  assertRed(answeredAlike([same, submitted(notice, { fault: 'reset' })], id, 2), /reset/);
  assertRed(answeredAlike([same], id, 2), /aux dépôts : 202$/);
});
