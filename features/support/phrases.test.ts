import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyOf } from './phrases.ts';

test('a phrase that begins another does not hide it', () => {
  const [found] = new RegExp(anyOf(['apuré', 'apuré en partie'])).exec('apuré en partie') ?? [];
  assert.equal(found, 'apuré en partie');
});

test('signs of a phrase mean themselves', () => {
  const pattern = new RegExp(`^(?:${anyOf(['conforme (A1)', 'a.b', 'x|y'])})$`);
  for (const phrase of ['conforme (A1)', 'a.b', 'x|y']) assert.match(phrase, pattern);
  for (const phrase of ['conforme A1', 'acb', 'x', 'y']) assert.doesNotMatch(phrase, pattern);
});
