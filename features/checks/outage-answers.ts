import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { memberOf, parsed } from './recorded.ts';

const OF_SEATS: readonly string[] = ['submit', 'query', 'pull'];

/**
 * RES-001: a hub that cannot keep anything says so: what is asked of it meanwhile is answered 503 UNAVAILABLE, never by an
 * acknowledgement, nor by a book that it cannot read, nor by being ready. No answer at all tells the caller as much, who repeats;
 * but a hub that the base refuses at once has something to say, and says it at least once.
 */
export function honestDuringOutage(records: readonly ExchangeRecord[]): Observation[] {
  const asked = records.filter(({ kind }) => OF_SEATS.includes(kind));
  const told = asked.filter(
    ({ path, answer }) => !path.startsWith('/v0/health') && answer && saysUnavailable(answer),
  );
  const others = asked.filter(({ answer }) => answer && !saysUnavailable(answer));
  const seen = others.map(
    ({ method, path, answer }) => `${method} ${path} : ${answer?.status} ${show(codeOf(answer?.body))}`,
  );
  return [
    observe(asked.length > 0, 'au moins une demande pendant la panne', `${asked.length} demande(s)`),
    observe(
      told.length > 0,
      'pendant la panne, au moins une réponse 503 UNAVAILABLE',
      `${told.length} sur ${asked.length} demande(s)`,
      { requirement: 'RES-001' },
    ),
    observe(
      others.length === 0,
      'pendant la panne, 503 UNAVAILABLE ou rien à toute demande',
      seen.join(' ; ') || `${asked.length} demande(s), aucune autre réponse`,
      { requirement: 'RES-001' },
    ),
  ];
}

const saysUnavailable = ({ status, body }: NonNullable<ExchangeRecord['answer']>): boolean =>
  status === 503 && codeOf(body) === 'UNAVAILABLE';

const codeOf = (body: string | undefined): unknown => memberOf(parsed(body), 'code');

/** RES-007: what the hub could not keep it refused with 503 UNAVAILABLE, a whole problem document, and no other way. */
export function refusedForNow(records: readonly ExchangeRecord[]): Observation[] {
  const refused = records.filter(({ kind, answer }) => kind === 'submit' && answer?.status !== 202);
  const others = refused.filter(({ answer }) => !answer || !saysUnavailable(answer));
  const seen = others.map(({ answer, fault }) => `${answer?.status ?? fault} ${show(codeOf(answer?.body))}`);
  return [
    observe(refused.length > 0, 'au moins un dépôt refusé', `${refused.length} dépôt(s) refusé(s)`),
    observe(others.length === 0, '503 UNAVAILABLE', seen.join(' ; ') || `${refused.length} fois`),
  ];
}
