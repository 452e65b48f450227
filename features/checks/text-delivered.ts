import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveriesOf } from './recorded.ts';

/**
 * Every recipient reads exactly this text at this place of the message (ENV-007), as the scenario writes it.
 * @param pointer JSON Pointer from the root of the message
 */
export function textDelivered(
  records: readonly ExchangeRecord[],
  messageId: string,
  pointer: string,
  expected: string,
): Observation[] {
  const told = deliveriesOf(records, messageId);
  const place = { message: messageId, pointer };
  if (told.length === 0) return [observeEqual('remises du message', 'au moins une', 'aucune', place)];
  return told.map(({ to, message }) =>
    observeEqual(`texte lu par ${to}`, expected, valueAt(message, pointer), place),
  );
}

const valueAt = (message: unknown, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], message);
