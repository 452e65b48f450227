import { CORRIDORS } from '../../support/corridor-names.ts';

const wordsByCorridor = new Map(
  Object.entries(CORRIDORS).map(([words, name]) => {
    const [from, to, by] = words.split(' ');
    return [name, `de ${from} à ${to} par ${by}`];
  }),
);

/** What officers call a corridor: `de Lomé à Bamako par Koury`. */
export const roadWords = (corridor: string): string | undefined => wordsByCorridor.get(corridor);
