import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { endColumns, moveColumns, movementColumns, moveOf, specOf } from '../explore/french/read.ts';
import { rowsOf } from '../support/columns.ts';
import { endingsOf, judgeEndings, judgeSequence, playSequence, stageSequence } from '../support/sequences.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('les mouvements suivants:', function (this: CorridorWorld, table: DataTable) {
  stageSequence(this, rowsOf(table, movementColumns).map(specOf));
});

When('ces faits se succèdent:', async function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, moveColumns);
  await playSequence(
    this,
    rows.map((row) => ({ move: moveOf(row), outcome: row.issue })),
  );
});

Then(
  'chaque issue est celle du tableau, et les registres sont conformes au profil',
  function (this: CorridorWorld) {
    judgeSequence(this);
  },
);

Then('les mouvements finissent ainsi:', function (this: CorridorWorld, table: DataTable) {
  judgeEndings(this, endingsOf(rowsOf(table, endColumns)));
});
