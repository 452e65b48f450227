import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { memberOf, parsed } from './recorded.ts';

/** The last submission is refused on the link, by problem details with this code (P04; ERR-001, ERR-002). */
export function refusedByLink(
  records: readonly ExchangeRecord[],
  expected: { readonly status: number; readonly code: string },
): Observation[] {
  const last = records.filter(({ kind }) => kind === 'submit').at(-1);
  return [
    observeEqual('réponse au dépôt', expected.status, last?.answer?.status ?? last?.fault),
    observeEqual('code', expected.code, memberOf(parsed(last?.answer?.body), 'code')),
  ];
}
