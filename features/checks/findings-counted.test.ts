import { test } from 'node:test';
import { findingsCounted } from './findings-counted.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const notice = (n: number, kind = 'overdue') =>
  message('FindingNotice', n, { sender: 'hub', recipient: 'TG', payload: { kind } });

test('as many notices of the kind as expected are as required, whatever else is told', () => {
  const told = [
    delivered(notice(1), 'TG'),
    delivered(notice(2, 'dead-letter'), 'TG'),
    delivered(notice(1), 'BF'),
  ];
  assertGreen(findingsCounted(told, 'overdue', 'TG', 1));
  assertGreen(findingsCounted([delivered(notice(1), 'TG', { status: 503 })], 'overdue', 'TG', 0));
});

test('a notice too many and one that is missing are seen', () => {
  assertRed(
    findingsCounted([delivered(notice(1), 'TG'), delivered(notice(2), 'TG')], 'overdue', 'TG', 1),
    /: 2$/,
  );
  assertRed(findingsCounted([], 'overdue', 'TG', 1), /: 0$/);
});
