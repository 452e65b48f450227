import { test } from 'node:test';
import { declarantUnnamed } from './declarant-unnamed.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE } from './testing/evidence.ts';

const finding = (detail: string, sender = 'hub') =>
  delivered(message('FindingNotice', 1, { sender, payload: { kind: 'overdue', detail } }), 'BF');
const judge = (records: Parameters<typeof declarantUnnamed>[0]) =>
  declarantUnnamed(records, REFERENCE, ['TRANSIT FICTIF "A"', '1000000001']);

test('findings that speak of the truck alone are as required, and so is what a country wrote', () => {
  assertGreen(judge([finding('Délai dépassé.')]));
  assertGreen(judge([finding('Délai dépassé.'), finding('TRANSIT FICTIF "A"', 'TG')]));
});

test('his name or his number in what the hub composed is seen, and so is a hub that said nothing', () => {
  assertRed(judge([finding('Déclarant bloqué : TRANSIT FICTIF "A".')]), /FindingNotice à BF/);
  assertRed(judge([finding('Déclarant 1000000001 débloqué.')]), /FindingNotice à BF/);
  assertRed(judge([]), /^0 message/);
});
