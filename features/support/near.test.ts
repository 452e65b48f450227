import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near } from './near.ts';

test('the likeliest word comes first, and words far away are not proposed', () => {
  assert.deepEqual(near('@nominl', ['@horloge', '@nominal', '@DEP-001']), ['@nominal']);
  assert.deepEqual(near('@DEP-01', ['@DEP-012', '@DEP-001', '@nominal']), ['@DEP-001', '@DEP-012']);
  assert.deepEqual(near('@xyz', ['@nominal', '@exclusif']), []);
});

test('no more than five words are proposed, each once', () => {
  const known = Array.from({ length: 20 }, (_, at) => `@DEP-0${10 + (at % 10)}`);
  assert.equal(near('@DEP-019', known).length, 5);
  assert.equal(near('@DEP-019', known)[0], '@DEP-019');
});
