import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from './explanation.ts';

const rule = {
  fr: 'Un champ obligatoire absent est refusé : MISSING_FIELD, avec le pointeur du champ absent.',
  en: 'A missing required field is refused.',
};

test('a wrong refusal is explained in two sentences, its code and its field in words', () => {
  const finding = {
    requirement: 'ERR-004',
    expected: 'refus pour MISSING_FIELD à /payload/sealCount',
    observed: 'aucune faute citée',
  };
  assert.equal(
    explain(finding, rule),
    "On attendait «\u00a0refus pour MISSING_FIELD (champ obligatoire absent) à /payload/sealCount (nombre de scellés)\u00a0» ; on a observé «\u00a0aucune faute citée\u00a0». C'est contraire à l'exigence ERR-004 : Un champ obligatoire absent est refusé : MISSING_FIELD, avec le pointeur du champ absent.",
  );
});

test('a pointer that the texts do not hold is told with the name of its field', () => {
  const finding = {
    requirement: 'PAS-005',
    expected: 'attente : 42 min',
    observed: 'rien',
    pointer: '/payload/passedAt',
  };
  assert.match(
    explain(finding, undefined),
    /^On attendait «\u00a0attente : 42 min\u00a0» ; on a observé «\u00a0rien\u00a0», dans le champ \/payload\/passedAt \(.+\)\. C'est contraire à l'exigence PAS-005\.$/,
  );
});

test('the frame is English on the English page', () => {
  const finding = { requirement: 'ERR-004', expected: '422', observed: '202' };
  assert.equal(
    explain(finding, rule, 'en'),
    'Expected: “422”; seen: “202”. This breaks requirement ERR-004: A missing required field is refused.',
  );
});

test('words that only look like codes or pointers stay as they are', () => {
  const finding = { requirement: 'X', expected: 'NO_SUCH_CODE à /nulle/xyz', observed: '<b>' };
  assert.match(
    explain(finding, undefined),
    /«\u00a0NO_SUCH_CODE à \/nulle\/xyz\u00a0» ; on a observé «\u00a0<b>\u00a0»/,
  );
});
