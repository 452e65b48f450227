import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MESSAGE_WORDS } from '../words.ts';
import { movementColumns, moveOf, specOf } from './read.ts';

test('a row of the table of movements is read as it was printed', () => {
  const cells = {
    mouvement: '2',
    corridor: 'de Lomé à Bamako par Koury',
    graine: '804337',
    articles: '34',
    chargement: 'sans scellé',
    garantie: 'montant de référence',
    dates: 'fins de mois',
  };
  const row = {
    mouvement: movementColumns.mouvement(cells.mouvement),
    corridor: movementColumns.corridor(cells.corridor),
    graine: movementColumns.graine(cells.graine),
    articles: movementColumns.articles(cells.articles),
    chargement: movementColumns.chargement(cells.chargement),
    garantie: movementColumns.garantie(cells.garantie),
    dates: movementColumns.dates(cells.dates),
  };
  assert.deepEqual(specOf(row), {
    number: 2,
    corridor: 'LOME-OUAGADOUGOU-BAMAKO-KOURY',
    seed: 804337,
    guarantee: 'reservable',
    monthEnd: true,
    items: 34,
    load: 'unsealed',
  });
});

test('a repetition names the row that it repeats and how often; a wait its seconds; a road keeps its words', () => {
  const row = { 'n°': 4, mouvement: 1, qui: 'TG', message: 'repeat', précision: 'n° 2, 3 fois' };
  assert.deepEqual(moveOf(row), { id: 4, movement: 1, by: 'TG', act: 'repeat', detail: [], of: 2, count: 3 });
  const wait = { 'n°': 5, mouvement: 0, qui: 'hub', message: 'wait', précision: '420 s' };
  assert.equal(moveOf(wait).count, 420);
  const change = {
    ...row,
    message: 'ItineraryChange',
    précision: 'autorisé, de Lomé à Niamey par Téra, nouveau délai',
  };
  assert.deepEqual(moveOf(change).detail, ['autorisé', 'de Lomé à Niamey par Téra', 'nouveau délai']);
});

test('no word of the table stands for two messages', () => {
  const names = Object.values(MESSAGE_WORDS);
  assert.equal(new Set(names).size, names.length);
});
