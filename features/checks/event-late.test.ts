import { test } from 'node:test';
import { eventLate } from './ledger-events.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, ledger, REFERENCE } from './testing/evidence.ts';

const entry = (late: unknown) => [ledger({ events: [{ messageId: 'a', late }] })];

test('an event marked as its message came is as required; the other mark, and none, are seen', () => {
  assertGreen(eventLate(entry(true), REFERENCE, 'a', true));
  assertGreen(eventLate(entry(false), REFERENCE, 'a', false));
  assertRed(eventLate(entry(false), REFERENCE, 'a', true), /: à temps$/);
  assertRed(eventLate(entry(true), REFERENCE, 'a', false), /: tardif$/);
  assertRed(eventLate(entry(undefined), REFERENCE, 'a', false), /: rien$/);
  assertRed(eventLate(entry(true), REFERENCE, 'b', true), /: rien$/);
  assertRedWhenMisshapen('events', ledger, (records) => eventLate(records, REFERENCE, 'a', true));
});
