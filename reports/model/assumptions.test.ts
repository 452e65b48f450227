import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleRequirements } from '../testing/example-features.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { readRun } from './read-run.ts';

test('a scenario rests on what it says under @hypothese, and on the requirements whose source is an assumption', async () => {
  await using run = await temporaryRun();
  const { scenarios } = await readRun(run.folder, exampleRequirements);
  const assumed = scenarios.filter(({ assumptions }) => assumptions.length > 0);
  assert.deepEqual(
    assumed.map(({ name, assumptions }) => [name, assumptions]),
    [
      [
        'le passage à Cinkansé Togo parvient au bureau de départ',
        ["Les heures d'ouverture du bureau sont supposées."],
      ],
      [
        'le passage à Cinkansé Faso parvient au bureau de départ',
        ["Les heures d'ouverture du bureau sont supposées."],
      ],
      ['la remise reprend après une coupure', ['DLV-002 : assumption']],
    ],
  );
});

test('without a register only what scenarios say themselves is known', async () => {
  await using run = await temporaryRun();
  const { scenarios } = await readRun(run.folder);
  assert.equal(scenarios.filter(({ assumptions }) => assumptions.length > 0).length, 2);
});
