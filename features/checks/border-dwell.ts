import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveriesOf, textIn } from './recorded.ts';

/**
 * Everyone who is told of a passage can compute how long the truck waited at the office (P11): both instants arrive.
 * @param expectedMinutes as the scenario says it
 */
export function dwellKnown(
  records: readonly ExchangeRecord[],
  messageId: string,
  expectedMinutes: number,
): Observation[] {
  const told = deliveriesOf(records, messageId);
  if (told.length === 0) return [observeEqual('passage remis', 'oui', 'non', { message: messageId })];
  return told.map(({ to, message }) => {
    const presentedMs = Date.parse(textIn(message.payload, 'presentedAt'));
    const passedMs = Date.parse(textIn(message.payload, 'passedAt'));
    return observeEqual(`attente lue par ${to} (min)`, expectedMinutes, (passedMs - presentedMs) / 60_000, {
      message: messageId,
    });
  });
}
