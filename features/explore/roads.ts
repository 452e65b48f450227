import { CORRIDORS, corridorNamed } from '../support/corridor-names.ts';

const ROAD = /^de (\S+) à (\S+) par (\S+)$/;

const wordsByCorridor = new Map(
  Object.entries(CORRIDORS).map(([words, name]) => {
    const [from, to, by] = words.split(' ');
    return [name, `de ${from} à ${to} par ${by}`];
  }),
);

/** What officers call a corridor: `de Lomé à Bamako par Koury`. */
export const roadWords = (corridor: string): string | undefined => wordsByCorridor.get(corridor);

/** Every road in these words, with its corridor. */
export const ROADS: Readonly<Record<string, string>> = Object.fromEntries(
  [...wordsByCorridor].map(([corridor, words]) => [words, corridor]),
);

export const isRoad = (words: string): boolean => ROAD.test(words);

/** The corridor that officers call so. */
export function roadNamed(words: string): string {
  const [, from = words, to = '', by = ''] = ROAD.exec(words) ?? [];
  return corridorNamed(from, to, by);
}
