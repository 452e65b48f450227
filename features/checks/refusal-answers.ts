import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { memberOf, submissions } from './recorded.ts';

/** The refusal of a submission (AT91) names the message refused (ENV-005). */
export function refusalNamesMessage(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const submitted = submissions(records).findLast(({ message }) => message.messageId === messageId);
  const answer = submitted?.answer;
  const relatesTo = memberOf(memberOf(answer, 'payload'), 'relatesTo');
  const place = { message: messageId };
  return [
    observeEqual('réponse', 'AT91', memberOf(answer, 'messageType'), place),
    observeEqual(
      'message auquel le refus répond (correlationId)',
      messageId,
      memberOf(answer, 'correlationId'),
      place,
    ),
    observeEqual('message visé par le refus (relatesTo)', messageId, relatesTo, place),
  ];
}
