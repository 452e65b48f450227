import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, memberOf, type RecordedMessage } from './recorded.ts';

/** The hub asks for the whole of a movement, once, and only the country of departure (ORD-004, ORD-007). */
export function hubAsks(
  records: readonly ExchangeRecord[],
  transitReference: string,
  country: string,
): Observation[] {
  const questions = questionsAbout(records, transitReference);
  return [
    observeEqual(
      'demandes du hub adressées à',
      [country],
      questions.map(({ to }) => to),
    ),
    observeEqual('étendue de la demande', 'FULL', questions[0]?.message.payload['scope']),
  ];
}

/** The hub has asked nobody about this movement yet: the wait is not over. */
export function hubAsksNothing(records: readonly ExchangeRecord[], transitReference: string): Observation[] {
  const asked = questionsAbout(records, transitReference).map(({ to }) => to);
  return [observe(asked.length === 0, 'aucune demande du hub', `demandes à : ${show(asked)}`)];
}

/** The hub asked about these movements in this order, as what it composed is dated and queued (TST-004). */
export function hubAskedInTurn(
  records: readonly ExchangeRecord[],
  transitReferences: readonly string[],
): Observation[] {
  const questions = deliveries(records)
    .filter(({ name, message }) => name === 'MovementQuery' && message.sender === 'hub')
    .sort((a, b) => a.message.preparedAt.localeCompare(b.message.preparedAt));
  // A question delivered again, as after a crash, is one question (P03).
  const asked = [...new Map(questions.map((question) => [question.message.messageId, question])).values()];
  const about = asked.map(({ message }) => referenceIn(message.payload));
  return [observeEqual("mouvements demandés par le hub, dans l'ordre", transitReferences, about)];
}

const questionsAbout = (records: readonly ExchangeRecord[], transitReference: string): RecordedMessage[] =>
  deliveries(records).filter(
    ({ name, message }) =>
      name === 'MovementQuery' &&
      message.sender === 'hub' &&
      referenceIn(message.payload) === transitReference,
  );

const referenceIn = (payload: Readonly<Record<string, unknown>>): unknown =>
  memberOf(payload['by'], 'transitReference');
