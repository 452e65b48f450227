import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { MagicReferences, magicReferences } from './magic-references.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';

test('the guide for testers lists every magic reference in the same words', async () => {
  const guide = await readFile(join(__dirname, '../../docs/guides/magic-references.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `(\d{4})` \| (.+) \|$/gm)].map(([, ending, french]) => [
    ending,
    french,
  ]);
  assert.deepEqual(
    rows,
    magicReferences.map(({ ending, french }) => [ending, french]),
  );
  assert.ok(guide.includes(exampleMovement(9004).reference), 'the worked example has a wrong check digit');
});

test('only the last four digits of the number count, and what happens so many times is counted by movement', () => {
  const magic = new MagicReferences();
  const treat = (number: number) =>
    magic.misbehaviourFor({ conversationId: exampleMovement(number).reference })?.kind;
  assert.deepEqual([treat(9002), treat(9002), treat(9002)], ['status', 'status', undefined]);
  assert.deepEqual([treat(19_002), treat(90_020), treat(1)], ['status', undefined, undefined]);
  for (const odd of [null, 'x', {}, { conversationId: '9001' }])
    assert.equal(magic.misbehaviourFor(odd), undefined);
});
