import { timers } from '../../profile/timers/timers.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { memberOf, parsed } from './recorded.ts';

const OF_SEATS: readonly string[] = ['submit', 'query', 'pull'];
const ALLOWED_MS = timers.acknowledgement.seconds * 1000;

/**
 * RES-001: a hub that cannot keep anything says so: what is asked of it meanwhile is answered 503 UNAVAILABLE, never by an
 * acknowledgement, nor by a book that it cannot read. No answer at all tells the caller as much: it repeats.
 */
export function honestDuringOutage(records: readonly ExchangeRecord[]): Observation[] {
  const asked = records.filter(({ kind, path }) => OF_SEATS.includes(kind) && !path.startsWith('/v0/health'));
  const others = asked.filter((record) => !isHonest(record));
  const seen = others.map(
    ({ method, path, answer }) => `${method} ${path} : ${answer?.status} ${show(codeOf(answer?.body))}`,
  );
  return [
    observe(asked.length > 0, 'au moins une demande pendant la panne', `${asked.length} demande(s)`),
    observe(
      others.length === 0,
      'pendant la panne, 503 UNAVAILABLE à toute demande',
      seen.join(' ; ') || `${asked.length} demande(s), aucune autre réponse`,
      { requirement: 'RES-001' },
    ),
  ];
}

const isHonest = ({ answer }: ExchangeRecord): boolean =>
  answer === undefined || (answer.status === 503 && codeOf(answer.body) === 'UNAVAILABLE');

const codeOf = (body: string | undefined): unknown => memberOf(parsed(body), 'code');

/** TIM-002: whatever befell the hub, each submission that it answered was answered in time. */
export function answeredInTime(records: readonly ExchangeRecord[]): Observation[] {
  const submissions = records.filter(({ kind }) => kind === 'submit');
  const late = submissions.filter(({ answer }) => answer !== undefined && answer.afterMs > ALLOWED_MS);
  return [
    observe(submissions.length > 0, 'au moins un dépôt', `${submissions.length} dépôt(s)`),
    observe(
      late.length === 0,
      `chaque réponse en moins de ${ALLOWED_MS / 1000} s`,
      late.length === 0 ? 'toutes à temps' : `${late.length} réponse(s) trop tardive(s)`,
      { requirement: 'TIM-002' },
    ),
  ];
}

/** RES-007: what the hub could not keep it refused with 503 UNAVAILABLE, a whole problem document, and no other way. */
export function refusedForNow(records: readonly ExchangeRecord[]): Observation[] {
  const refused = records.filter(({ kind, answer }) => kind === 'submit' && answer?.status !== 202);
  const others = refused.filter(
    ({ answer }) => answer?.status !== 503 || codeOf(answer.body) !== 'UNAVAILABLE',
  );
  const seen = others.map(({ answer, fault }) => `${answer?.status ?? fault} ${show(codeOf(answer?.body))}`);
  return [
    observe(refused.length > 0, 'au moins un dépôt refusé', `${refused.length} dépôt(s) refusé(s)`),
    observe(others.length === 0, '503 UNAVAILABLE', seen.join(' ; ') || `${refused.length} fois`),
  ];
}
