import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { publishedMovement } from './movement-ledger.ts';
import { deliveriesOf, listIn, submissions } from './recorded.ts';

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

/** The message first accepted under this id still gets its acknowledgement, byte for byte, after others were refused (KEY-007). */
export function firstAnswerKept(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const attempts = submissions(records).filter(({ message }) => message.messageId === messageId);
  const [first, last] = [attempts[0], attempts.at(-1)];
  const place = { message: messageId };
  return [
    observe(attempts.length > 2, 'un dépôt répété après le refus', `${attempts.length} dépôt(s)`, place),
    observeEqual('réponse au premier message répété', 202, last?.status ?? last?.fault, place),
    observe(
      first?.answerBody !== undefined && first.answerBody === last?.answerBody,
      'le premier accusé de réception, octet pour octet',
      first?.answerBody === last?.answerBody ? 'le même accusé' : 'un autre accusé',
      place,
    ),
  ];
}

/**
 * One id used by several senders names as many messages: each is accepted, told to those that it concerns and an event of
 * the ledger (P03; KEY-006).
 * @param expected by sender, the countries that its message is told to, as the scenario names them
 */
export function takenApart(
  records: readonly ExchangeRecord[],
  transitReference: string,
  messageId: string,
  expected: Readonly<Record<string, readonly string[]>>,
): Observation[] {
  const events = listIn(publishedMovement(records, transitReference), 'events') ?? [];
  const booked = events.filter((event) => event['messageId'] === messageId).map(({ sender }) => show(sender));
  return [
    ...Object.entries(expected).flatMap(([sender, countries]) => {
      const submitted = submissions(records).find(
        ({ message, from }) => message.messageId === messageId && from === sender,
      );
      const told = deliveriesOf(records, messageId).filter(
        ({ message, status }) => message.sender === sender && status === 202,
      );
      return [
        observeEqual(`réponse au dépôt de ${sender}`, 202, submitted?.status ?? submitted?.fault),
        observeEqual(`message de ${sender} remis à`, [...countries].sort(), told.map(({ to }) => to).sort()),
      ];
    }),
    observeEqual(
      'expéditeurs des événements de cet identifiant',
      Object.keys(expected).sort(),
      booked.sort(),
    ),
  ];
}
