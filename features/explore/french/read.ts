import { meaningOf, wholeNumber } from '../../support/words.ts';
import type { Load, Move, MovementSpec } from '../move.ts';
import { roadNamed } from '../roads.ts';
import { ACT_WORDS, LOADS } from '../words.ts';
import { COUNTRY_OF_WORD } from './countries.ts';

const GUARANTEES = { fonds: 'fund', 'montant de référence': 'reservable' } as const;
const DATES: Readonly<Record<string, boolean>> = { '': false, 'fins de mois': true };

/** Columns of the table of movements, and how each is read. */
export const movementColumns = {
  mouvement: wholeNumber,
  corridor: roadNamed,
  graine: wholeNumber,
  articles: (cell: string): number | undefined => (cell === '' ? undefined : wholeNumber(cell)),
  chargement: (cell: string): Load | undefined =>
    cell === '' ? undefined : meaningOf('Chargement', cell, LOADS),
  garantie: (cell: string) => meaningOf('Garantie', cell, GUARANTEES),
  dates: (cell: string): boolean => meaningOf('Dates', cell, DATES),
};

interface MovementRow {
  readonly mouvement: number;
  readonly corridor: string;
  readonly graine: number;
  readonly articles: number | undefined;
  readonly chargement: Load | undefined;
  readonly garantie: 'fund' | 'reservable';
  readonly dates: boolean;
}

export const specOf = ({
  mouvement,
  corridor,
  graine,
  articles,
  chargement,
  garantie,
  dates,
}: MovementRow): MovementSpec => ({
  ...{ number: mouvement, corridor, seed: graine, guarantee: garantie, monthEnd: dates },
  ...(articles !== undefined && { items: articles }),
  ...(chargement !== undefined && { load: chargement }),
});

const plain = (cell: string): string => cell;

/** Columns of the table of what happens. */
export const moveColumns = {
  'n°': wholeNumber,
  mouvement: (cell: string): number => (cell === '' ? 0 : wholeNumber(cell)),
  qui: (cell: string): string => meaningOf('Siège', cell, COUNTRY_OF_WORD),
  message: (cell: string): string => meaningOf('Message', cell, ACT_WORDS),
  précision: plain,
  issue: plain,
};

interface MoveRow {
  readonly 'n°': number;
  readonly mouvement: number;
  readonly qui: string;
  readonly message: string;
  readonly précision: string;
}

const OF = /^n° (\d+)$/;
const COUNT = /^(\d+) (?:fois|s)$/;

/** A row as the move that it stands for. */
export function moveOf({ 'n°': id, mouvement, qui, message, précision }: MoveRow): Move {
  const words = précision === '' ? [] : précision.split(', ');
  const of = words.flatMap((word) => OF.exec(word)?.[1] ?? [])[0];
  const count = words.flatMap((word) => COUNT.exec(word)?.[1] ?? [])[0];
  const detail = words.filter((word) => !OF.test(word) && !COUNT.test(word));
  return {
    ...{ id, movement: mouvement, by: qui, act: message, detail },
    ...(of !== undefined && { of: Number(of) }),
    ...(count !== undefined && { count: Number(count) }),
  };
}

/** Columns of the table of how movements end. */
export const endColumns = {
  mouvement: plain,
  état: plain,
  version: plain,
  événements: plain,
  constats: plain,
};
