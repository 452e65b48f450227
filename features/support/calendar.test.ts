import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateNamed, instantNamed } from './calendar.ts';

test('a date in French words is a date of the calendar, and a time of day is UTC', () => {
  assert.equal(dateNamed('1', 'janvier', '2026'), '2026-01-01');
  assert.equal(instantNamed('31', 'décembre', '2025', '23', '30'), '2025-12-31T23:30:00Z');
});

test('a day that no calendar has is an error of the scenario', () => {
  assert.throws(() => dateNamed('31', 'février', '2026'), /Le 31 février 2026 n'existe pas/);
});
