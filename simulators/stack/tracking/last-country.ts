import { statement, type Transaction } from '../database/transaction.ts';
import type { Memories } from './analysis/analyses.ts';
import { countryOf, lastSeenIn } from './analysis/crossed-border.ts';
import type { Assignment } from './assignments.ts';

const lastJudged = statement<{ placed_at: Date; state: string }>(
  'tracking-report-last-judged',
  `select placed_at, state from tracking_report where reference = $1 and placed_at < $2 and state is not null
   order by placed_at desc, id desc limit 1`,
);

/**
 * What is known of the whereabouts of a truck before a device on it has reported: the country where another device saw it last,
 * or that of the office that put this one on, whichever is later.
 * @param at ms since the epoch
 */
export async function knownBefore(
  on: Transaction,
  { reference, office, attachedAt }: Assignment,
  at: number,
): Promise<Memories> {
  const [last] = await lastJudged(on, reference, new Date(at));
  const seen = last ? countryOf(JSON.parse(last.state) as Memories) : null;
  const put = office.slice(0, 2);
  if (!last || seen === null) return lastSeenIn(put, false);
  return last.placed_at.getTime() > attachedAt ? lastSeenIn(seen, false) : lastSeenIn(put, put !== seen);
}
