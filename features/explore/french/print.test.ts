import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../fixtures/random.ts';
import { Generator } from '../draw/generator.ts';
import type { Sequence } from '../move.ts';
import { improvise, type Performance, perform } from '../play.ts';
import { QuietHub } from '../testing/quiet-hub.ts';
import * as words from '../words.ts';
import { printScenario } from './print.ts';
import { readMovements, readMoves } from './read.ts';

type Row = Readonly<Record<string, string>>;

/** The tables of a scenario, row by row, each cell under its heading. */
function tablesOf(scenario: string): Row[][] {
  const tables: string[][][] = [];
  let inTable = false;
  for (const line of scenario.split('\n')) {
    const isRow = line.startsWith('      | ');
    if (isRow && !inTable) tables.push([]);
    inTable = isRow;
    if (isRow)
      tables.at(-1)?.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  }
  return tables.map(([heads = [], ...rows]) =>
    rows.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']))),
  );
}

const rawOf = (rows: readonly Row[]): string[][] => [
  Object.keys(rows[0] ?? {}),
  ...rows.map((row) => Object.values(row)),
];

/** As the steps read it. */
function readAgain(scenario: string): Sequence {
  const [movements = [], moves = []] = tablesOf(scenario).map(rawOf);
  const specs = readMovements(movements);
  return { movements: specs, moves: readMoves(moves, specs).map(({ move }) => move) };
}

/** Rows are numbered from 1, whatever was left out of the sequence that was drawn. */
function numbered({ movements, moves }: Sequence): Sequence {
  const numbers = new Map(moves.map(({ id }, at) => [id, at + 1]));
  const renumbered = moves.map(({ id, of, ...move }) => ({
    ...move,
    id: numbers.get(id) ?? 0,
    ...(of !== undefined && { of: numbers.get(of) ?? 0 }),
  }));
  return { movements, moves: renumbered };
}

const print = ({ sequence, player }: Performance): string => printScenario('x', [], sequence, player);

test('what is printed of drawn sequences is read as the same movements and moves, and says the same once more', async () => {
  await using hub = await QuietHub.start();
  await using run = await hub.openRun();
  const { environment, reference } = run.settings;
  const generator = new Generator(createRandom('print'), reference, { clock: true, restart: true });
  for (let nth = 1; nth <= 30; nth += 1) {
    const drawn = await improvise(run, environment, `test#${nth}`, generator, () => false);
    const again = readAgain(print(drawn));
    assert.deepEqual(again, numbered(drawn.sequence));
  }
});

test('codes of the link, of findings and of languages of machines are not in what officers read', async () => {
  await using hub = await QuietHub.start();
  await using run = await hub.openRun();
  const movement = { number: 1, corridor: 'LOME-CINKANSE-OUAGADOUGOU', seed: 1 } as const;
  const plain = { movement: 1, by: 'TG', detail: [] };
  const played = await perform(run, run.settings.environment, 'test#1', {
    movements: [{ ...movement, guarantee: 'fund', monthEnd: false, load: 'unsealed' }],
    moves: [
      { ...plain, id: 1, act: 'TransitNotice' },
      { ...plain, id: 2, act: 'reuse-id', of: 1 },
      { ...plain, id: 3, act: 'DischargeNotice', detail: ['conforme'] },
      { ...plain, id: 4, by: 'ML', act: 'MovementQuery', detail: ['les événements du mouvement'] },
    ],
  });
  const [movements = [], moves = [], ends = []] = tablesOf(print(played));
  assert.equal(movements[0]?.['chargement'], 'sans scellé');
  assert.deepEqual(
    moves.map(({ issue }) => issue),
    [
      'accepté',
      'refusé au dépôt: DUPLICATE_ID à /messageId',
      'refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType',
      'rejetée sans aucune donnée: NOT_AUTHORISED',
    ],
  );
  assert.equal(ends[0]?.['constats'], 'identifiant réutilisé');
});

test('no word of the tables holds what separates words', () => {
  const { BASES, ENQUIRY_ANSWERS, OPERATIONS, DECISIONS, RESULTS, SCOPES, LOADS, WORDS } = words;
  const tables = [BASES, ENQUIRY_ANSWERS, OPERATIONS, DECISIONS, RESULTS, SCOPES, LOADS].flatMap(Object.keys);
  for (const word of [...tables, ...Object.values(WORDS)]) assert.doesNotMatch(word, /, |\|/);
});
