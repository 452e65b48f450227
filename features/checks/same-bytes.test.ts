import { test } from 'node:test';
import { deliveredWhole, sameBytesForAll } from './same-bytes.ts';
import { assertGreen, assertRed, delivered, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1, { payload: { totalGrossMassKg: 24_000 } });
const reordered = JSON.parse(JSON.stringify(notice, Object.keys(notice).sort())) as typeof notice;

test('the bytes submitted reach every recipient', () => {
  assertGreen(
    sameBytesForAll([submitted(notice), delivered(notice, 'BF'), delivered(notice, 'ML')], notice.messageId),
  );
});

test('a changed weight, and even another order of fields, are other bytes', () => {
  const lighter = { ...notice, payload: { ...notice.payload, totalGrossMassKg: 23_999 } };
  for (const changed of [lighter, reordered]) {
    const records = [submitted(notice), delivered(notice, 'BF'), delivered(changed, 'ML')];
    assertRed(sameBytesForAll(records, notice.messageId), /SHA-256/);
    assertRed(sameBytesForAll(records, notice.messageId), /2 contenu/);
  }
});

test('a message that nobody received is not judged to be the same', () => {
  assertRed(sameBytesForAll([submitted(notice)], notice.messageId), /aucune remise/);
});

test('a message too large to be kept is compared by its digest, and what is cut off is seen', () => {
  const named = { answer: { payload: { relatesTo: notice.messageId } } };
  const { body: _sent, ...large } = submitted(notice, named);
  const { body: _given, ...whole } = delivered(notice, 'BF', named);
  assertGreen(deliveredWhole([large, whole], notice.messageId));
  const cut = delivered(message('TransitNotice', 1, { payload: { items: [] } }), 'BF', named);
  assertRed(deliveredWhole([large, cut], notice.messageId), /SHA-256/);
  assertRed(deliveredWhole([large], notice.messageId), /aucune remise/);
});
