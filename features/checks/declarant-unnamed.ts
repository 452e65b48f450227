import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { deliveries } from './recorded.ts';

/**
 * Of what the hub itself composed about a movement, nothing names its declarant: who is blocked at departure, or freed by the
 * discharge, is told to nobody (RTE-021, P18).
 * @param names name and taxpayer number of the declarant, as declared
 */
export function declarantUnnamed(
  records: readonly ExchangeRecord[],
  transitReference: string,
  names: readonly string[],
): Observation[] {
  const composed = deliveries(records).filter(
    ({ message, body }) => message.sender === 'hub' && body.includes(transitReference),
  );
  const naming = composed.filter(({ body }) =>
    names.some((name) => body.includes(JSON.stringify(name).slice(1, -1))),
  );
  return [
    observe(
      composed.length > 0,
      'des messages du hub sur le mouvement',
      `${composed.length} message(s) du hub`,
    ),
    observe(
      naming.length === 0,
      'aucun message du hub ne nomme le déclarant',
      `messages du hub qui le nomment : ${naming.map(({ name, to }) => `${name} à ${to}`).join(', ') || 'aucun'}`,
    ),
  ];
}
