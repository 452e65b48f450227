import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveries } from './recorded.ts';

/**
 * A finding about one message (AT93 `relatesTo`) reaches exactly these countries, once each; whether it stands in a
 * ledger entry too is not asked here (KEY-004: an id names no movement).
 */
export function findingAbout(
  records: readonly ExchangeRecord[],
  kind: string,
  messageId: string,
  expected: readonly string[],
): Observation[] {
  const told = deliveries(records)
    .filter(({ name, status }) => name === 'FindingNotice' && status === 202)
    .filter(({ message }) => message.payload['kind'] === kind && message.payload['relatesTo'] === messageId)
    .map(({ to }) => to);
  return [observeEqual(`constat ${kind} remis à`, [...expected].sort(), told.sort(), { message: messageId })];
}
