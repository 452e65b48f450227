import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { submissions } from './recorded.ts';

/**
 * Every time the message was submitted it got the same acknowledgement, byte for byte (P03; KEY-001, KEY-005).
 * @param times how often the scenario submitted it
 */
export function answeredAlike(
  records: readonly ExchangeRecord[],
  messageId: string,
  times: number,
): Observation[] {
  const attempts = submissions(records).filter(({ message }) => message.messageId === messageId);
  const place = { message: messageId };
  const statuses = attempts.map(({ status, fault }) => status ?? fault);
  const bodies = new Set(attempts.map(({ answerBody }) => answerBody));
  return [
    observeEqual(
      'réponses aux dépôts',
      Array.from({ length: times }, () => 202),
      statuses,
      place,
    ),
    observe(
      bodies.size === 1 && !bodies.has(undefined),
      'le même accusé de réception, octet pour octet',
      `${bodies.size} accusé(s) différent(s)`,
      place,
    ),
  ];
}
