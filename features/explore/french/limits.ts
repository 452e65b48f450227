import { MOST_ITEMS } from '../../../profile/messages/transit-notice.ts';
import { HarnessError } from '../../support/errors.ts';
import { LARGEST_SEED } from '../../support/run-plan.ts';
import { wholeNumber } from '../../support/words.ts';

/** How much a table may ask for. @source assumption, but for items: each is well above what is ever drawn, and ends in a minute */
export const LIMITS = {
  /** Drawn: 54 at most. */
  rows: 500,
  /** Drawn: 4 at most. */
  movements: 20,
  /** Drawn: 4 at most. */
  times: 100,
  /** Messages on the wire, repetitions among them. */
  messages: 2_000,
  /** A year: the longest time limit of the profile is weeks. */
  seconds: 366 * 86_400,
  items: MOST_ITEMS,
  seed: LARGEST_SEED,
  number: 9_999,
} as const;

/** A whole number within limits. @throws HarnessError `UNKNOWN_WORD` or `OVER_LIMIT` */
export function within(what: string, cell: string, [least, most]: readonly [number, number]): number {
  const value = wholeNumber(cell);
  if (value >= least && value <= most) return value;
  throw overLimit(`« ${cell} » est hors limites.`, `${what} : de ${least} à ${most}.`);
}

export const overLimit = (seen: string, hint: string): HarnessError =>
  new HarnessError('OVER_LIMIT', seen, hint);
