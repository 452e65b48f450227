import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { memberOf, parsed } from './recorded.ts';

/** What a seat notes when it has waited for an answer as long as the profile lets it. */
const WAITED_TOO_LONG = 'timeout';

/**
 * Every message got an answer within this time (TIM-002): where it was repeated, the answer that came in the end. None, or a
 * wait that a seat had to end, is longer than any time.
 */
export function answeredWithin(records: readonly ExchangeRecord[], seconds: number): Observation[] {
  const asked = records.filter(({ kind }) => kind === 'submit');
  const perMessage = [...Map.groupBy(asked, messageOf).values()];
  const slowest = Math.max(...perMessage.map(slowestOf));
  return [
    observe(
      asked.length > 0 && slowest < seconds * 1000,
      `chaque message répondu en moins de ${seconds} s`,
      asked.length === 0 ? 'aucun dépôt' : `${perMessage.length} message(s), le plus lent en ${slowest} ms`,
    ),
  ];
}

/** What names a message; bytes that are none are their own name. */
const messageOf = ({ body, bodyDigest }: ExchangeRecord): unknown =>
  memberOf(parsed(body), 'messageId') ?? bodyDigest;

/** Milliseconds until the answer that came in the end. */
function slowestOf(attempts: readonly ExchangeRecord[]): number {
  if (attempts.some(({ fault }) => fault === WAITED_TOO_LONG)) return Number.POSITIVE_INFINITY;
  return attempts.at(-1)?.answer?.afterMs ?? Number.POSITIVE_INFINITY;
}
