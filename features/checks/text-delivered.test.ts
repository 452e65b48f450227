import { test } from 'node:test';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';
import { textDelivered } from './text-delivered.ts';

const name = 'Établissements Cœur, Ɓakin Ŋari';
const noticeFor = (consignee: string) =>
  message('TransitNotice', 1, { payload: { consignee: { name: consignee } } });
const { messageId } = noticeFor(name);
const pointer = '/payload/consignee/name';

test('a text that every recipient reads as it was written is as required', () => {
  const honest = [delivered(noticeFor(name), 'BF'), delivered(noticeFor(name), 'NE')];
  assertGreen(textDelivered(honest, messageId, pointer, name));
});

test('letters lost for one recipient, another normal form, and no delivery are seen', () => {
  const lost = name.replace(/[^\p{ASCII}]/gu, '?');
  const one = [delivered(noticeFor(name), 'BF'), delivered(noticeFor(lost), 'NE')];
  assertRed(textDelivered(one, messageId, pointer, name), /lu par NE : \?tabl/);
  assertRed(
    textDelivered([delivered(noticeFor(name.normalize('NFD')), 'BF')], messageId, pointer, name),
    /BF/,
  );
  assertRed(textDelivered([], messageId, pointer, name), /aucune/);
});
