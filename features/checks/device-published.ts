import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { lastAnswer, memberOf } from './recorded.ts';

/** What a platform publishes of a device, and how officers call it. @source binding section 8 */
const FIELDS: Readonly<Record<string, string>> = {
  state: 'état de la balise',
  transitReference: 'mouvement de la balise',
};

/**
 * The device is published, and says this (TRK-020).
 * @param expected values by field, as the scenario names them; null: absent
 */
export function devicePublished(
  records: readonly ExchangeRecord[],
  platform: string,
  deviceId: string,
  expected: Readonly<Record<string, string | null>>,
): Observation[] {
  const answer = lastAnswer(records, `/v0/tracking/devices/${platform}/${deviceId}`);
  return [
    observeEqual('réponse à la consultation de la balise', 200, answer?.status),
    ...Object.entries(expected).map(([field, value]) =>
      observeEqual(FIELDS[field] ?? field, value, memberOf(answer?.body, field) ?? null),
    ),
  ];
}
