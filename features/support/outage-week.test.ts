import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOfWeek, whoFails } from './outage-week.ts';

test('a moment of the week is read in seconds from its first midnight', () => {
  assert.equal(momentOfWeek('J1 00:00'), 0);
  assert.equal(momentOfWeek('J2 06:30'), 86_400 + 6.5 * 3600);
});

test('what is no moment, or nobody, is told with what to write', () => {
  assert.throws(() => momentOfWeek('mardi'), { code: 'UNKNOWN_WORD', hint: /J2 06:30/ });
  assert.throws(() => whoFails('Ghana'), { code: 'UNKNOWN_WORD' });
});
