import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { readEnds, readMovements, readMoves } from '../explore/french/read.ts';
import { judgeEndings, judgeSequence, playSequence, specsOf, stageSequence } from '../support/sequences.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('les mouvements suivants:', function (this: CorridorWorld, table: DataTable) {
  stageSequence(this, readMovements(table.raw()));
});

When('ces faits se succèdent:', async function (this: CorridorWorld, table: DataTable) {
  await playSequence(this, readMoves(table.raw(), specsOf(this)));
});

Then(
  'chaque issue est celle du tableau, et les registres sont conformes au profil',
  function (this: CorridorWorld) {
    judgeSequence(this);
  },
);

Then('les mouvements finissent ainsi:', function (this: CorridorWorld, table: DataTable) {
  judgeEndings(this, readEnds(table.raw(), specsOf(this)));
});
