import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { submissions } from './recorded.ts';

/** The refusal of a submission (AT91) names the message refused (ENV-005). */
export function refusalNamesMessage(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const submitted = submissions(records).findLast(({ message }) => message.messageId === messageId);
  const answer = submitted?.answer as
    | { messageType?: string; correlationId?: string; payload?: { relatesTo?: string } }
    | undefined;
  const place = { message: messageId };
  return [
    observeEqual('réponse', 'AT91', answer?.messageType, place),
    observeEqual('correlationId du refus', messageId, answer?.correlationId, place),
    observeEqual('relatesTo du refus', messageId, answer?.payload?.relatesTo, place),
  ];
}
