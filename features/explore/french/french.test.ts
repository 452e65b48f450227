import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MESSAGE_WORDS } from '../words.ts';
import { LIMITS } from './limits.ts';
import { readEnds, readMovements, readMoves } from './read.ts';

const MOVEMENTS = ['mouvement', 'corridor', 'graine', 'articles', 'chargement', 'garantie', 'dates'];
const MOVES = ['n°', 'mouvement', 'qui', 'message', 'précision', 'issue'];
const MOVEMENT = ['1', 'de Lomé à Ouagadougou par Cinkansé', '11', '', '', 'fonds', ''];
const NOTICE = ['1', '1', 'Togo', 'avis de transit', '', 'accepté'];

const movements = (...rows: readonly string[][]) => readMovements([MOVEMENTS, ...rows]);
const moves = (...rows: readonly string[][]) => readMoves([MOVES, ...rows], movements(MOVEMENT));
const second = (...cells: readonly string[]) => moves(NOTICE, ['2', ...cells])[1]?.move;

/** A row with one cell otherwise. */
const withCell = (row: readonly string[], at: number, cell: string): string[] => row.with(at, cell);

test('a row of the table of movements is read as it was printed', () => {
  const cells = [
    '2',
    'de Lomé à Bamako par Koury',
    '804337',
    '34',
    'sans scellé',
    'montant de référence',
    'fins de mois',
  ];
  assert.deepEqual(movements(cells), [
    {
      ...{ number: 2, corridor: 'LOME-OUAGADOUGOU-BAMAKO-KOURY', seed: 804_337, items: 34 },
      ...{ load: 'unsealed', guarantee: 'reservable', monthEnd: true },
    },
  ]);
});

test('a repetition names the row that it repeats and how often; a wait its seconds; a road keeps its words', () => {
  const plain = { id: 2, movement: 1, by: 'TG', detail: [] };
  assert.deepEqual(second('1', 'Togo', 'répétition', 'n° 1, 3 fois', ''), {
    ...plain,
    act: 'repeat',
    of: 1,
    count: 3,
  });
  assert.equal(second('', 'hub', 'attente', '420 s', '')?.count, 420);
  const words = 'autorisé, de Lomé à Niamey par Téra, nouveau délai';
  const change = second('1', 'Togo', "changement d'itinéraire", words, 'accepté');
  assert.deepEqual(change?.detail, ['autorisé', 'de Lomé à Niamey par Téra', 'nouveau délai']);
});

test('a word that its message does not have is refused with row, column, the words known and those alike', () => {
  const typo = () => second('1', 'Togo', 'mainlevée', 'un scelé ajoutté', 'accepté');
  assert.throws(typo, {
    code: 'UNKNOWN_WORD',
    message: 'Ligne 2 du tableau, colonne « précision » : Mot inconnu : « un scelé ajoutté ».',
    hint: /^Voulez-vous dire : un scellé ajouté \? Mots connus : .*un scellé oublié.*sans affectation/,
  });
  const unknown: readonly string[][] = [
    ['1', 'Togo', 'mainlevée', 'entrée', 'accepté'],
    ['1', 'Togo', 'mainlevée', 'without-consignee', 'accepté'],
    ['1', 'Togo', 'mainlevée', 'n° 1', 'accepté'],
    ['1', 'Togo', 'mainlevée', '3 fois', 'accepté'],
    ['1', 'Togo', 'avis de passage', 'entrée, sortie', 'accepté'],
    ['1', 'Togo', 'avis de passage', 'entrée, entrée', 'accepté'],
    ['1', 'Togo', 'avis de passage', 'entrée,refusé', 'accepté'],
    ['1', 'Togo', 'avis de transite', '', 'accepté'],
    ['1', 'Ghana', 'mainlevée', '', 'accepté'],
    ['1', 'hub', 'mainlevée', '', 'accepté'],
    ['9', 'Togo', 'mainlevée', '', 'accepté'],
    ['', 'Togo', 'mainlevée', '', 'accepté'],
    ['1', 'Togo', 'mainlevée', '', 'accepté<b>'],
    ['', 'hub', 'attente', '-5 s', ''],
    ['', 'hub', 'attente', '5 fois', ''],
    ['', 'hub', 'attente', '5 s, fin du mois', ''],
    ['', 'hub', 'attente', '', ''],
    ['', 'hub', 'attente', 'délai de route dépassé', ''],
  ];
  for (const cells of unknown)
    assert.throws(() => second(...cells), { code: 'UNKNOWN_WORD', message: /^Ligne 2 / }, cells.join(' | '));
});

test('what is repeated is a message of an earlier row', () => {
  for (const word of ['répétition', 'identifiant réutilisé'])
    for (const precision of ['', 'n° 2', 'n° 3', 'n° 0', 'n° 1, n° 1', 'n° 1, -4 fois'])
      assert.throws(
        () => moves(NOTICE, ['2', '1', 'Togo', word, precision, ''], withCell(NOTICE, 0, '3')),
        { code: 'UNKNOWN_WORD', message: /^Ligne 2 du tableau, colonne « précision »/ },
        precision,
      );
  const wait = ['2', '', 'hub', 'attente', '60 s', ''];
  assert.throws(() => moves(NOTICE, wait, ['3', '1', 'Togo', 'répétition', 'n° 2', '']), {
    code: 'UNKNOWN_WORD',
  });
});

test('what a table asks for has limits, and a refusal names them', () => {
  const most = (limit: number, cell: string) => ({
    code: 'OVER_LIMIT',
    hint: new RegExp(`à ${limit}\\.$`),
    message: new RegExp(cell),
  });
  for (const cell of ['0', '2000', '100000000'])
    assert.throws(() => movements(withCell(MOVEMENT, 3, cell)), most(1_999, cell));
  const seed = '99999999999999999999999999';
  assert.throws(() => movements(withCell(MOVEMENT, 2, seed)), most(LIMITS.seed, seed));
  const times = () => second('1', 'Togo', 'répétition', 'n° 1, 99999999 fois', '');
  assert.throws(times, most(LIMITS.times, '99999999'));
  assert.throws(() => second('1', 'Togo', 'répétition', 'n° 1, 0 fois', ''), most(LIMITS.times, '0'));
  assert.throws(() => second('', 'hub', 'attente', `${seed} s`, ''), most(LIMITS.seconds, seed));
  const long = Array.from({ length: LIMITS.rows + 1 }, (_, at) => withCell(NOTICE, 0, String(at + 1)));
  assert.throws(() => moves(...long), { code: 'OVER_LIMIT', hint: /500/ });
  const often = Array.from({ length: 30 }, (_, at) => [
    String(at + 2),
    '1',
    'Togo',
    'répétition',
    'n° 1, 100 fois',
    '',
  ]);
  assert.throws(() => moves(NOTICE, ...often), { code: 'OVER_LIMIT', hint: /2000/ });
});

test('a table is there with its columns, and a number stands for one row', () => {
  const refused = { code: 'TABLE_NOT_READ' };
  assert.throws(() => movements(), refused);
  assert.throws(() => moves(), refused);
  assert.throws(() => movements(MOVEMENT, MOVEMENT), refused);
  assert.throws(() => moves(NOTICE, NOTICE), refused);
  assert.throws(() => readMoves([MOVES.slice(0, -1), NOTICE.slice(0, -1)], movements(MOVEMENT)), refused);
  assert.throws(
    () =>
      readMoves(
        [
          [...MOVES, 'issue'],
          [...NOTICE, 'x'],
        ],
        movements(MOVEMENT),
      ),
    refused,
  );
  assert.throws(() => readMoves([withCell(MOVES, 4, 'precision'), NOTICE], movements(MOVEMENT)), {
    code: 'UNKNOWN_COLUMN',
  });
  const ends = ['mouvement', 'état', 'version', 'événements', 'constats'];
  assert.throws(() => readEnds([ends, ['2', 'enregistré', '1', '1', 'aucun']], movements(MOVEMENT)), refused);
});

test('what would steer a terminal is shown as an escape', () => {
  const steering = () => second('1', 'Togo', '\u001b[2J<img>', '', '');
  assert.throws(steering, (error: Error) => {
    assert.match(error.message, /\\u001b\[2J<img>/);
    return !/\p{Cc}/u.test(error.message);
  });
});

test('no word of the table stands for two messages', () => {
  const names = Object.values(MESSAGE_WORDS);
  assert.equal(new Set(names).size, names.length);
});
