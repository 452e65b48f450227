import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { imageFile, imageOf, imagesWith } from './image-list.ts';

test('what a file leaves out is as in the package; the environment wins over the prefix of the file', () => {
  const given = imageFile.parse({
    prefix: 'registre.example/douane/',
    parts: { postgres: { tag: '15.15' } },
  });
  assert.equal(imageOf(imagesWith(given), 'postgres'), 'registre.example/douane/corridor-postgres:15.15');
  assert.equal(imageOf(imagesWith(given, 'autre.example/'), 'stack'), 'autre.example/corridor-stack:0.1');
  assert.equal(imageOf(imagesWith(), 'stack'), 'corridor-stack:0.1');
});

test('the image of k6 is taken as published, or as a file and the environment say', () => {
  assert.match(imageOf(imagesWith(), 'k6'), /^grafana\/k6:2\.\d+\.\d+$/);
  const given = imageFile.parse({ k6: { image: 'charge/k6' } });
  assert.match(imageOf(imagesWith(given, 'registre.example/'), 'k6'), /^registre\.example\/charge\/k6:2\./);
});

test('a registry may have a port, and folders', () => {
  for (const prefix of [
    '',
    'nu/',
    'localhost:5000/',
    'registre.example:443/douane/corridor_2/',
    '10.0.0.1/a-b/',
  ])
    assert.equal(imageFile.safeParse({ prefix }).success, true, prefix);
});

test('a registry without its last slash, an image with a tag, and unknown words are refused', () => {
  for (const wrong of [
    { prefix: 'registre.example' },
    { parts: { stack: { image: 'pile:1' } } },
    { parts: { stack: { tag: 'a b' } } },
    { parts: { stack: { publish: 0 } } },
    { part: {} },
    { k6: { base: 'scratch' } },
    { k6: { tag: '2 2' } },
    ...['a b/', '../', 'UPPER/', '-a/', 'a//b/', 'registre.example:x/', 'a@b/'].map((prefix) => ({ prefix })),
    parse('parts: { __proto__: { tag: x } }'),
  ])
    assert.equal(imageFile.safeParse(wrong).success, false, JSON.stringify(wrong));
});
