import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import {
  deliveries,
  type Fields,
  listIn,
  memberOf,
  type RecordedMessage,
  submissions,
  textIn,
} from './recorded.ts';
import { stateWord } from './words.ts';

/** The query is answered, once, to whoever asked: this state, and as many events as the scenario says (QRY-001). */
export function movementFound(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string; readonly transitReference: string },
  expected: { readonly state: string; readonly events: number },
): Observation[] {
  const { answer, told } = answerTo(records, query);
  const { movement } = answer;
  return [
    told,
    observeEqual('issue', 'FOUND', answer['outcome']),
    observeEqual('mouvement', query.transitReference, memberOf(movement, 'transitReference')),
    observeEqual('état du mouvement', expected.state, memberOf(movement, 'state'), {}, stateWord),
    observeEqual("nombre d'événements", expected.events, listIn(movement, 'events')?.length),
  ];
}

/** The query is answered by a rejection with this reason and no data at all (QRY-002, QRY-003). */
export function movementRejected(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string },
  reason: string,
): Observation[] {
  const { answer, told } = answerTo(records, query);
  const { movement } = answer;
  return [
    told,
    observeEqual('issue', 'REJECTED', answer['outcome']),
    observeEqual('motif', reason, answer['rejection']),
    observe(
      movement === undefined,
      'aucune donnée du mouvement',
      movement === undefined ? 'aucune donnée' : JSON.stringify(movement),
      { message: query.messageId },
    ),
  ];
}

/** The answer to the query reached whoever asked, and nobody else (QRY-007). */
export function answeredToAskerAlone(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string },
  by: string,
): Observation[] {
  const { told, answers } = answerTo(records, query);
  return [
    told,
    observeEqual(
      'réponse composée par',
      [by],
      answers.map(({ message }) => message.sender),
    ),
  ];
}

function answerTo(
  records: readonly ExchangeRecord[],
  { messageId, sender }: { readonly messageId: string; readonly sender: string },
): { answer: Fields; told: Observation; answers: RecordedMessage[] } {
  const answers = deliveries(records).filter(
    ({ name, message }) => name === 'MovementResponse' && message.correlationId === messageId,
  );
  const told = observeEqual(
    'réponse remise à',
    [sender],
    answers.map(({ to }) => to),
    { message: messageId },
  );
  return { answer: answers[0]?.message.payload ?? {}, told, answers };
}

/** The answer carries the notice, and the events, or does not (QRY-004). */
export function movementParts(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string },
  expected: readonly string[],
): Observation[] {
  const { answer, told } = answerTo(records, query);
  const { movement } = answer;
  const parts = ['state', 'events', 'notice'].filter((part) => memberOf(movement, part) !== undefined);
  return [told, observeEqual('parties de la réponse', expected, parts, { message: query.messageId })];
}

/** The hub dates its answer no later than this after it acknowledged the query (QRY-006); both on its own clock. */
export function answeredSoon(
  records: readonly ExchangeRecord[],
  query: { readonly messageId: string; readonly sender: string },
  withinSeconds: number,
): Observation[] {
  const { told, answers } = answerTo(records, query);
  const asked = submissions(records).find(({ message }) => message.messageId === query.messageId);
  const receivedAt = textIn(memberOf(asked?.answer, 'payload'), 'receivedAt');
  const seconds = (Date.parse(answers[0]?.message.preparedAt ?? '') - Date.parse(receivedAt)) / 1000;
  return [
    told,
    observe(
      seconds >= 0 && seconds <= withinSeconds,
      `réponse rédigée ${withinSeconds} s au plus après la réception`,
      Number.isNaN(seconds) ? 'réponse ou réception sans date' : `${seconds} s après`,
      { message: query.messageId },
    ),
  ];
}
