import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DataTable } from '@cucumber/cucumber';
import { rowsOf } from './columns.ts';
import { countryNamed, sideNamed } from './words.ts';

const tableOf = (...rows: string[][]) => new DataTable(rows);
const columns = { pays: countryNamed, côté: sideNamed };

test('cells are read by their column, in any order of columns', () => {
  assert.deepEqual(
    rowsOf(tableOf(['côté', 'pays'], ['sortie', 'Togo'], ['entrée', 'Burkina Faso']), columns),
    [
      { côté: 'EXIT', pays: 'TG' },
      { côté: 'ENTRY', pays: 'BF' },
    ],
  );
});

test('a column that the step does not know is an error, with those it knows', () => {
  assert.throws(() => rowsOf(tableOf(['pays', 'bureau'], ['Togo', 'x']), columns), {
    code: 'UNKNOWN_COLUMN',
    hint: /pays, côté/,
  });
});
