import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { memberOf, parsed, submissions } from './recorded.ts';

/** A record of a link that lost the answer to this message. */
export const isStruck = ({ kind, method, path, body }: ExchangeRecord, messageId: string): boolean =>
  kind === 'link' &&
  method === 'lost-answer' &&
  path === '/struck' &&
  memberOf(parsed(body), 'id') === messageId;

/**
 * One copy of a message has arrived, the hub has acknowledged it, and its sender knows nothing of that (KEY-002): only what is
 * repeated now tells whether the hub recognises it.
 * @param records those of links among them
 */
export function answerLost(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const lost = records.filter((record) => isStruck(record, messageId));
  const acknowledged = lost.filter(({ body }) => memberOf(parsed(body), 'answered') === 202);
  const sent = submissions(records).filter(({ message }) => message.messageId === messageId);
  const heard = sent.filter(({ status }) => status !== undefined);
  const place = { message: messageId };
  return [
    observe(
      lost.length === 1 && acknowledged.length === 1,
      'un exemplaire est arrivé au hub, qui en a accusé réception',
      `${lost.length} exemplaire(s) arrivé(s), ${acknowledged.length} accusé(s)`,
      place,
    ),
    observe(
      sent.length === 1 && heard.length === 0,
      "un dépôt, dont l'expéditeur n'a pas la réponse",
      `${sent.length} dépôt(s), ${heard.length} réponse(s) reçue(s)`,
      place,
    ),
  ];
}
