import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReferenceVersions, referenceName } from './reference-versions.ts';

test('the versions that a sender works with are read from its header, and named as written there', () => {
  const read = readReferenceVersions('BF/OFFICES@12, ML/CODE_LIST.hsCodes@3');
  assert.deepEqual(read, [
    { country: 'BF', kind: 'OFFICES', list: undefined, version: 12 },
    { country: 'ML', kind: 'CODE_LIST', list: 'hsCodes', version: 3 },
  ]);
  assert.deepEqual(read?.map(referenceName), ['BF/OFFICES', 'ML/CODE_LIST.hsCodes']);
});

test('a kind that a later version of the profile brings is left out; what has another form is not read', () => {
  assert.deepEqual(readReferenceVersions('BF/DEVICES@1'), []);
  for (const text of [
    '',
    'BF',
    'BF/OFFICES',
    'BF/OFFICES@',
    'bf/OFFICES@1',
    'BF/OFFICES@1,',
    'BF/OFFICES@-1',
  ])
    assert.equal(readReferenceVersions(text), null, text);
});
