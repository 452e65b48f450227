import { test } from 'node:test';
import { fieldDelivered } from './message-delivered.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const differences = [{ pointer: '/items/0/packages/count', found: 'un colis manquant' }];
const result = message('ControlResult', 1, { payload: { differences } });

test('every recipient reads the differences as they were told', () => {
  assertGreen(
    fieldDelivered(
      [delivered(result, 'TG'), delivered(result, 'ML')],
      result.messageId,
      'differences',
      differences,
    ),
  );
});

test('differences dropped for one recipient, and a result nobody received, are seen', () => {
  const emptied = { ...result, payload: { ...result.payload, differences: [] } };
  const records = [delivered(result, 'TG'), delivered(emptied, 'ML')];
  assertRed(fieldDelivered(records, result.messageId, 'differences', differences), /ML : aucun/);
  assertRed(fieldDelivered([], result.messageId, 'differences', differences), /aucune/);
});
