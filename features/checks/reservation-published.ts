import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { lastAnswer, listIn } from './recorded.ts';

/** The guarantee register publishes this reservation for the movement, and no access code (LED-008, P21). */
export function reservedFor(
  records: readonly ExchangeRecord[],
  guaranteeReference: string,
  transitReference: string,
  amount: number,
): Observation[] {
  const body = lastAnswer(records, `/v0/guarantees/${guaranteeReference}`)?.body;
  const reservations = listIn(body, 'reservations');
  const own = reservations?.filter((reservation) => reservation['transitReference'] === transitReference);
  const names = [...namesIn(body)].sort();
  return [
    observeEqual(
      'affectations à ce mouvement',
      [amount],
      own?.map((reservation) => reservation['amount']),
    ),
    observe(
      !names.some((name) => /accessCode/i.test(name)),
      "aucun code d'accès publié",
      `champs publiés : ${show(names)}`,
    ),
  ];
}

/** Names of all members, at every depth. */
function namesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return names;
  for (const [name, member] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(name);
    namesIn(member, names);
  }
  return names;
}
