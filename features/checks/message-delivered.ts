import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveriesOf } from './recorded.ts';

/** Every recipient reads the same value in one field of the payload: as the scenario says it, not as it was sent. */
export function fieldDelivered(
  records: readonly ExchangeRecord[],
  messageId: string,
  field: string,
  expected: unknown,
): Observation[] {
  const told = deliveriesOf(records, messageId);
  if (told.length === 0)
    return [observeEqual('remises du message', 'au moins une', 'aucune', { message: messageId })];
  return told.map(({ to, message }) =>
    observeEqual(`${field} lu par ${to}`, expected, message.payload[field], {
      message: messageId,
      pointer: `/payload/${field}`,
    }),
  );
}
