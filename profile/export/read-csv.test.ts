import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { readCsv, TableError } from './read-csv.ts';

const shape = z.strictObject({ id: z.string().regex(/^[A-Z]+$/, 'Write capitals'), text: z.string().min(1) });

test('a table with quotes, commas and accents is read row by row', () => {
  assert.deepEqual(readCsv('id,text\nA,"à Lomé, puis ""Koury"""\n\nB,b\n', shape, 'id'), [
    { id: 'A', text: 'à Lomé, puis "Koury"' },
    { id: 'B', text: 'b' },
  ]);
});

const faults: readonly (readonly [title: string, text: string, expected: Partial<TableError>])[] = [
  ['a wrong header', 'id,texte\nA,a\n', { code: 'TABLE_HEADER', line: 1 }],
  ['an empty text', '', { code: 'TABLE_HEADER', line: 1 }],
  ['a missing value', 'id,text\nA,a\nB\n', { code: 'TABLE_VALUE', line: 3 }],
  ['a value that does not fit', 'id,text\nA,a\nb,b\n', { code: 'TABLE_VALUE', line: 3, column: 'id' }],
  ['a key used twice', 'id,text\nA,a\nA,b\n', { code: 'TABLE_DUPLICATE', line: 3, column: 'id' }],
  ['an open quote', 'id,text\nA,"a\n', { code: 'TABLE_UNREADABLE' }],
];

for (const [title, text, expected] of faults) {
  test(`${title} is refused with its line and column`, () => {
    assert.throws(
      () => readCsv(text, shape, 'id'),
      (error: unknown) => {
        assert.ok(error instanceof TableError);
        for (const [key, value] of Object.entries(expected))
          assert.equal(error[key as keyof TableError], value, key);
        assert.ok(error.hint.length > 0);
        return true;
      },
    );
  });
}
