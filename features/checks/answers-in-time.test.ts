import { test } from 'node:test';
import { answeredWithin } from './answers-in-time.ts';
import { assertGreen, assertRed, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const other = message('TransitNotice', 2);

test('answers below the limit are as required; one at the limit, one missing and none at all are seen', () => {
  assertGreen(answeredWithin([submitted(notice, { afterMs: 29_999 })], 30));
  assertRed(answeredWithin([submitted(other), submitted(notice, { afterMs: 30_000 })], 30), /30000 ms/);
  assertRed(answeredWithin([submitted(notice, { fault: 'timeout' })], 30), /Infinity/);
  assertRed(answeredWithin([], 30), /aucun dépôt/);
});

test('of a message that was repeated the answer in the end counts, and a wait without end always', () => {
  const broken = submitted(notice, { fault: 'reset' });
  assertGreen(answeredWithin([broken, submitted(notice)], 30));
  assertRed(answeredWithin([submitted(notice), broken], 30), /Infinity/);
  assertRed(answeredWithin([submitted(notice, { fault: 'timeout' }), submitted(notice)], 30), /Infinity/);
  assertRed(answeredWithin([submitted(notice), submitted(other, { fault: 'refused' })], 30), /2 message/);
});
