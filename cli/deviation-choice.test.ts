import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allDeviations, deviationNames } from '../simulators/stack/deviations/deviations.ts';
import { chooseDeviations } from './deviation-choice.ts';
import type { UsageError } from './failure.ts';

const namesOf = (deviations: readonly { readonly name: string }[]): string[] =>
  deviations.map(({ name }) => name);

const underLoad = namesOf(allDeviations().filter((deviation) => deviation.underLoad));
const shown = deviationNames.filter((name) => !underLoad.includes(name));

test('all deviations are run but those that show only under load, at least ten shy ones among them, or those that are named', () => {
  assert.deepEqual(namesOf(chooseDeviations({ explore: true }, 1)), shown);
  const shy = namesOf(allDeviations().filter((deviation) => deviation.shy));
  assert.ok(shy.length >= 10);
  const written = namesOf(chooseDeviations({ explore: false }, 1));
  assert.deepEqual([...written, ...shy].sort(), [...shown].sort());
  assert.deepEqual(namesOf(chooseDeviations({ only: shy, explore: false }, 1)), shy);
});

test('the parts that one seed draws are all deviations together, and another seed draws others', () => {
  const part = (index: number, seed: number) =>
    namesOf(chooseDeviations({ shard: { index, total: 3 }, explore: true }, seed));
  const parts = [1, 2, 3].map((index) => part(index, 5));
  assert.deepEqual(parts.flat().sort(), [...shown].sort());
  assert.ok(parts.every(({ length }) => length >= Math.floor(shown.length / 3)));
  assert.deepEqual(part(1, 5), parts[0]);
  assert.notDeepEqual(part(1, 6), parts[0]);
});

test('a name that no deviation has is told with those that there are', () => {
  assert.throws(
    () => chooseDeviations({ only: ['nope'], explore: true }, 1),
    /Found no deviation named "nope"/,
  );
});

test('one that shows only under load is told with the command that shows it, and with what finds it', () => {
  assert.ok(underLoad.length >= 10);
  assert.throws(
    () => chooseDeviations({ only: ['skips-cursors-in-a-crowd'], explore: true }, 1),
    ({ code, hint }: UsageError) =>
      code === 'SHOWS_UNDER_LOAD' &&
      hint === 'Run corridor load PLAN --deviation skips-cursors-in-a-crowd: cursor-gap must find it.',
  );
});
