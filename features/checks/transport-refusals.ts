import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { memberOf, parsed, textIn } from './recorded.ts';

/** A refusal on the link, as the profile has it. */
export interface LinkRefusal {
  readonly status: number;
  readonly code: string;
}

/** The last submission is refused on the link, by problem details with this code (P04; ERR-001, ERR-002). */
export const refusedByLink = (records: readonly ExchangeRecord[], expected: LinkRefusal): Observation[] =>
  refusedSo('réponse au dépôt', lastSubmission(records), expected);

/** The last request that is no submission is refused so: a question, a pull, a registration (ERR-028, DLV-025). */
export const requestRefused = (records: readonly ExchangeRecord[], expected: LinkRefusal): Observation[] =>
  refusedSo('réponse à la demande', lastRequest(records), expected);

function refusedSo(
  what: string,
  last: ExchangeRecord | undefined,
  { status, code }: LinkRefusal,
): Observation[] {
  return [
    observeEqual(what, status, last?.answer?.status ?? last?.fault),
    observeEqual('code', code, memberOf(bodyOf(last), 'code')),
  ];
}

/** The last answer is a whole problem document: media type, type, title, status and code (RFC 9457; ERR-003). */
export function problemComplete(
  records: readonly ExchangeRecord[],
  { status, code }: LinkRefusal,
): Observation[] {
  const last = records.filter(({ kind }) => kind !== 'deliver').at(-1);
  const body = bodyOf(last);
  const title = textIn(body, 'title');
  return [
    observeEqual('type de contenu', 'application/problem+json', last?.answer?.mediaType),
    observeEqual('type', `urn:aes-togo:problem:${code}`, memberOf(body, 'type')),
    observe(title !== '', 'un titre', `titre : ${show(memberOf(body, 'title'))}`),
    observeEqual('status du document', status, memberOf(body, 'status')),
    observeEqual('status de la réponse', status, last?.answer?.status ?? last?.fault),
    observeEqual('code', code, memberOf(body, 'code')),
  ];
}

const bodyOf = (record: ExchangeRecord | undefined): unknown => parsed(record?.answer?.body);

const lastSubmission = (records: readonly ExchangeRecord[]): ExchangeRecord | undefined =>
  records.filter(({ kind }) => kind === 'submit').at(-1);

const lastRequest = (records: readonly ExchangeRecord[]): ExchangeRecord | undefined =>
  records.filter(({ kind }) => kind !== 'submit' && kind !== 'deliver').at(-1);
