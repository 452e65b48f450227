import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { submissions } from './recorded.ts';

/** The last two submissions are a refused message and its correction: another id, the same number (KEY-009). */
export function correctedUnderSameNumber(records: readonly ExchangeRecord[]): Observation[] {
  const [refused, corrected] = submissions(records).slice(-2);
  const ids = [refused, corrected].map((sent) => sent?.message.messageId ?? '');
  return [
    observeEqual('réponse au premier', 422, refused?.status ?? refused?.fault),
    observeEqual('réponse au second', 202, corrected?.status ?? corrected?.fault),
    observe(ids[0] !== ids[1] && !ids.includes(''), 'deux identifiants', `identifiants : ${show(ids)}`),
    observeEqual(
      'numéro de version',
      refused?.message.movementVersion ?? 'absent',
      corrected?.message.movementVersion,
    ),
  ];
}
