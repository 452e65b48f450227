import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import type { PublishedGuarantee } from './guarantee-register.ts';
import { lastAnswer } from './recorded.ts';

/** The guarantee register publishes this reservation for the movement, and no access code (LED-008, P21). */
export function reservedFor(
  records: readonly ExchangeRecord[],
  guaranteeReference: string,
  transitReference: string,
  amount: number,
): Observation[] {
  const body = lastAnswer(records, `/v0/guarantees/${guaranteeReference}`)?.body;
  const { reservations = [] } = (body ?? {}) as PublishedGuarantee;
  const own = reservations.filter((reservation) => reservation.transitReference === transitReference);
  return [
    observeEqual(
      'affectations à ce mouvement',
      [amount],
      own.map((reservation) => reservation.amount),
    ),
    observe(
      !JSON.stringify(body ?? {}).includes('accessCode'),
      "aucun code d'accès publié",
      'champs publiés examinés',
    ),
  ];
}
