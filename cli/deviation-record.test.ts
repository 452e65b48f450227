import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviationPage } from './deviation-page.ts';
import { recordedKillers } from './deviation-record.ts';

test('what the page of the deviations was drawn from is read from it again', () => {
  const violates = ['GUA-001', 'KEY-001'];
  const killedBy = [
    { scenario: 'garantie/a#b', requirement: 'GUA-001' },
    { scenario: 'echange/c#d/2', requirement: 'KEY-001' },
  ];
  const name = 'accepts-no-new-guarantee';
  const page = deviationPage([{ name, seat: 'hub', outcome: 'killed', violates, killedBy, unproven: [] }], 1);
  assert.deepEqual([...recordedKillers(page)], [[name, ['garantie/a#b']]], 'what its file names');
});

test('one scenario that sees several requirements is named once, and what nothing saw is left out', () => {
  const page =
    '| `one` | why | KEY-001 : `a/b#c`<br>KEY-002 : `a/b#c`<br>○ KEY-003 |\n| `other` | why | ○ KEY-001 |';
  assert.deepEqual([...recordedKillers(page)], [['one', ['a/b#c']]]);
});

test('the page of this house is read', () => {
  assert.ok(recordedKillers().size > 300);
});
