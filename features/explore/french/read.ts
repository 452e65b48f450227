import type { Row } from '../../support/columns.ts';
import { HarnessError } from '../../support/errors.ts';
import { meaningOf } from '../../support/words.ts';
import { type Load, type Move, type MovementSpec, messageCount } from '../move.ts';
import { ROADS } from '../roads.ts';
import { ACT_WORDS, LOADS } from '../words.ts';
import { COUNTRY_OF_WORD } from './countries.ts';
import { LIMITS, overLimit, within } from './limits.ts';
import { precisionOf } from './precision.ts';
import { insistOnSense } from './sense.ts';
import { inCell, readTable } from './table.ts';

type Table = readonly (readonly string[])[];

const GUARANTEES = { fonds: 'fund', 'montant de référence': 'reservable' } as const;
const DATES: Readonly<Record<string, boolean>> = { '': false, 'fins de mois': true };

const numberOf = (cell: string): number => within('Numéro', cell, [1, LIMITS.number]);

/** Columns of the table of movements, and how each is read. */
const movementColumns = {
  mouvement: numberOf,
  corridor: (cell: string): string => meaningOf('Corridor', cell, ROADS),
  graine: (cell: string): number => within('Graine', cell, [0, LIMITS.seed]),
  articles: (cell: string): number | undefined =>
    cell === '' ? undefined : within('Articles', cell, [1, LIMITS.items]),
  chargement: (cell: string): Load | undefined =>
    cell === '' ? undefined : meaningOf('Chargement', cell, LOADS),
  garantie: (cell: string) => meaningOf('Garantie', cell, GUARANTEES),
  dates: (cell: string): boolean => meaningOf('Dates', cell, DATES),
};

/** The table of movements. @throws HarnessError naming row and column of what is not understood */
export function readMovements(table: Table): MovementSpec[] {
  insistOnLength(table, LIMITS.movements);
  const rows = readTable(table, movementColumns, ['articles', 'chargement', 'dates']);
  insistOnNumbers(
    'mouvement',
    rows.map(({ mouvement }) => mouvement),
  );
  return rows.map(specOf);
}

const specOf = ({
  mouvement,
  corridor,
  graine,
  articles,
  chargement,
  garantie,
  dates,
}: Row<typeof movementColumns>): MovementSpec => ({
  ...{ number: mouvement, corridor, seed: graine, guarantee: garantie, monthEnd: dates },
  ...(articles !== undefined && { items: articles }),
  ...(chargement !== undefined && { load: chargement }),
});

const plain = (cell: string): string => cell;

const ISSUE =
  /^(?:|accepté|attend|(?:refusé au dépôt|refusé au vu du mouvement|le registre refuse|rejetée sans aucune donnée): .+)$/;
const ISSUES =
  'accepté, attend, refusé au dépôt: …, refusé au vu du mouvement: …, le registre refuse: …, rejetée sans aucune donnée: …';

function issueOf(cell: string): string {
  if (ISSUE.test(cell)) return cell;
  throw new HarnessError('UNKNOWN_WORD', `Issue inconnue : « ${cell} ».`, `Mots connus : ${ISSUES}.`);
}

/** Columns of the table of what happens. */
const moveColumns = {
  'n°': numberOf,
  mouvement: (cell: string): number => (cell === '' ? 0 : numberOf(cell)),
  qui: (cell: string): string => meaningOf('Siège', cell, COUNTRY_OF_WORD),
  message: (cell: string): string => meaningOf('Message', cell, ACT_WORDS),
  précision: plain,
  issue: issueOf,
};

/** What a row of the table says: what happens, and the outcome that the profile wants. */
export interface ExpectedMove {
  readonly move: Move;
  readonly outcome: string;
}

/** The table of what happens to these movements. @throws HarnessError naming row and column of what is not understood */
export function readMoves(table: Table, movements: readonly MovementSpec[]): ExpectedMove[] {
  insistOnLength(table, LIMITS.rows);
  const rows = readTable(table, moveColumns);
  insistOnNumbers(
    'n°',
    rows.map((row) => row['n°']),
  );
  const moves: Move[] = [];
  for (const [index, row] of rows.entries()) {
    const { 'n°': id, mouvement: movement, qui: by, message: act, précision } = row;
    const precision = inCell(index + 1, 'précision', () => precisionOf(act, précision));
    const move = { id, movement, by, act, ...precision };
    insistOnSense(index + 1, move, movements, moves);
    moves.push(move);
  }
  const count = messageCount({ movements, moves });
  if (count > LIMITS.messages)
    throw overLimit(`Le tableau fait déposer ${count} messages.`, `Messages : ${LIMITS.messages} au plus.`);
  return moves.map((move, index) => ({ move, outcome: rows[index]?.issue ?? '' }));
}

function insistOnLength({ length }: Table, most: number): void {
  if (length - 1 <= most) return;
  throw overLimit(`Le tableau a ${length - 1} lignes.`, `Lignes de ce tableau : ${most} au plus.`);
}

function insistOnNumbers(label: string, numbers: readonly number[]): void {
  const at = numbers.findIndex((number, index) => numbers.indexOf(number) < index);
  if (at < 0) return;
  inCell(at + 1, label, () => {
    throw new HarnessError(
      'TABLE_NOT_READ',
      `« ${numbers[at]} » est pris deux fois.`,
      'Numérotez chaque ligne à part.',
    );
  });
}

/** Columns of the table of how movements end. */
export const endColumns = {
  mouvement: plain,
  état: plain,
  version: plain,
  événements: plain,
  constats: plain,
};

/** A row for each of these movements, its cells in order. @throws HarnessError */
export function readEnds(table: Table, movements: readonly MovementSpec[]): string[][] {
  const rows = readTable(table, endColumns);
  const [numbers, wanted] = [
    rows.map(({ mouvement }) => mouvement),
    movements.map(({ number }) => String(number)),
  ];
  if (numbers.join(', ') !== wanted.join(', '))
    throw new HarnessError(
      'TABLE_NOT_READ',
      `Au tableau des fins sont les mouvements ${numbers.join(', ')}.`,
      `Donnez une ligne à chacun, dans l'ordre : ${wanted.join(', ')}.`,
    );
  return rows.map((row) => Object.values(row));
}
