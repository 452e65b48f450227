import { test } from 'node:test';
import { sameBytesForAll } from './same-bytes.ts';
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
