import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allDeviations, deviationNames } from '../simulators/stack/deviations/deviations.ts';
import { chooseDeviations } from './deviation-choice.ts';

const namesOf = (deviations: readonly { readonly name: string }[]): string[] =>
  deviations.map(({ name }) => name);
const shy = namesOf(allDeviations().filter((deviation) => deviation.shy));

test('without exploring the shy deviations are left out and told; with it nothing is', () => {
  const { chosen, leftOut } = chooseDeviations({}, 1, false);
  assert.ok(shy.length >= 10);
  assert.deepEqual(namesOf(leftOut), shy);
  assert.deepEqual([...namesOf(chosen), ...shy].sort(), [...deviationNames].sort());
  assert.deepEqual(namesOf(chooseDeviations({}, 1, true).chosen), deviationNames);
});

test('a shy deviation that is named is run, exploring or not', () => {
  const [name = ''] = shy;
  assert.deepEqual(namesOf(chooseDeviations({ only: [name] }, 1, false).chosen), [name]);
});

test('the parts that one seed draws are all deviations together, and another seed draws others', () => {
  const part = (index: number, seed: number) =>
    namesOf(chooseDeviations({ shard: { index, total: 3 } }, seed, true).chosen);
  const parts = [1, 2, 3].map((index) => part(index, 5));
  assert.deepEqual(parts.flat().sort(), [...deviationNames].sort());
  assert.ok(parts.every(({ length }) => length >= Math.floor(deviationNames.length / 3)));
  assert.deepEqual(part(1, 5), parts[0]);
  assert.notDeepEqual(part(1, 6), parts[0]);
});

test('a name that no deviation has is told with those that there are', () => {
  assert.throws(() => chooseDeviations({ only: ['nope'] }, 1, false), /Found no deviation named "nope"/);
});
