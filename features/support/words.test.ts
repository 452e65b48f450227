import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryNamed, sideNamed, wholeNumber, yesOrNo } from './words.ts';

test('the words of the specification have their meaning, with or without article', () => {
  assert.deepEqual(['le Mali', 'au Togo', 'Burkina Faso'].map(countryNamed), ['ML', 'TG', 'BF']);
  assert.deepEqual(['la sortie', "l'entrée", 'entrée'].map(sideNamed), ['EXIT', 'ENTRY', 'ENTRY']);
  assert.deepEqual([yesOrNo('oui'), yesOrNo('non'), wholeNumber('12')], [true, false, 12]);
});

test('a word that nobody knows is an error, not one of the others', () => {
  const readers = [countryNamed, sideNamed, yesOrNo, wholeNumber];
  for (const read of readers)
    for (const word of ['Ghana', 'Sortie', 'Oui', 'entree', '', '1,5', 'toString'])
      assert.throws(() => read(word), { code: 'UNKNOWN_WORD' }, word);
});
