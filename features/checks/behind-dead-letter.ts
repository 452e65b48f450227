import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { attemptsTo } from './retry-pauses.ts';

/**
 * What waited behind a message that its recipient cannot take is delivered once that message is a dead letter, and not before
 * (RES-006).
 * @param dead the message that is a dead letter; that it is published as one is judged elsewhere
 */
export function deliveredBehind(
  records: readonly ExchangeRecord[],
  country: string,
  { dead, next }: { readonly dead: string; readonly next: string },
): Observation[] {
  const inVain = attemptsTo(records, country, dead);
  const behind = attemptsTo(records, country, next);
  const accepted = behind.filter(({ answer }) => answer?.status === 202);
  const [last, first] = [inVain.at(-1), behind[0]];
  const inOrder = last !== undefined && first !== undefined && records.indexOf(last) < records.indexOf(first);
  const place = { message: next };
  return [
    observe(
      inVain.length > 0 && inVain.every(({ answer }) => answer?.status !== 202),
      `${country} : des essais de la lettre morte, tous en vain`,
      `${inVain.length} essai(s)`,
      { message: dead },
    ),
    observe(
      accepted.length === 1,
      `${country} : la suite prise une fois`,
      `${behind.length} essai(s), ${accepted.length} pris`,
      place,
    ),
    observe(
      inOrder,
      'la suite tentée après le dernier essai de la lettre morte',
      first === undefined ? 'jamais tentée' : inOrder ? 'après' : 'avant',
      place,
    ),
  ];
}
