import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { type Fields, isObject, lastAnswer, listIn, textIn } from './recorded.ts';

/**
 * The last position of the journey, as it was last published, says this; and its device is in this state.
 * @param expected values by field of a position; `state`: of the device
 */
export function journeyEndsWith(
  records: readonly ExchangeRecord[],
  reference: string,
  deviceId: string,
  expected: Readonly<Record<string, unknown>>,
): Observation[] {
  const body = lastAnswer(records, `/v0/journeys/${reference}`)?.body;
  const ofDevice = (list: string): Fields =>
    (listIn(body, list) ?? []).filter(isObject).findLast((entry) => textIn(entry, 'deviceId') === deviceId) ??
    {};
  const last = ofDevice('positions');
  if (textIn(last, 'recordedAt') === '')
    return [observe(false, 'voyage publié : une position', 'voyage publié : aucune position')];
  return Object.entries(expected).map(([field, value]) =>
    field === 'state'
      ? observeEqual('état de la balise', value, ofDevice('deviceStates')['state'] ?? null)
      : observeEqual(`dernière position du voyage, ${field}`, value, last[field] ?? null),
  );
}
