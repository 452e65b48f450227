import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, deliveriesOf, type RecordedMessage } from './recorded.ts';
import { listOf, messageWord } from './words.ts';

/**
 * A country has taken so many messages, each position of its queue once in effect; of different movements in whatever order
 * (DLV-001, DLV-015).
 */
export function receivedSoMany(
  records: readonly ExchangeRecord[],
  country: string,
  expected: number,
): Observation[] {
  const taken = records.filter(
    ({ kind, to, answer }) => kind === 'deliver' && to === country && answer?.status === 202,
  );
  const cursors = [...new Set(taken.map(({ headers }) => Number(headers['corridor-cursor'])))].sort(
    (a, b) => a - b,
  );
  const wanted = Array.from({ length: expected }, (_, nth) => nth + 1);
  return [observeEqual(`curseurs pris par ${country}`, wanted, cursors)];
}

/**
 * A country receives as many deliveries as the scenario says, and their cursors follow each other without gap, each
 * delivery having one (DLV-001). Only where the scenario sees all traffic to that country.
 */
export function cursorsWithoutGap(
  records: readonly ExchangeRecord[],
  country: string,
  count: number,
): Observation[] {
  const cursors = acceptedBy(records, country).map(({ cursor }) => cursor ?? Number.NaN);
  const [first = 0] = cursors;
  const inTurn = cursors.every((cursor, index) => cursor === first + index);
  return [
    observeEqual(`remises acceptées par ${country}`, count, cursors.length),
    observe(inTurn, 'curseurs qui se suivent sans trou', `curseurs : ${show(cursors.map(String))}`),
  ];
}

/** The attempts to deliver a message to a country are numbered so (DLV-002); one number, one attempt (DLV-004, DLV-005). */
export function attemptsNumbered(
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
  expected: readonly number[],
): Observation[] {
  const attempts = deliveriesOf(records, messageId)
    .filter(({ to }) => to === country)
    .map(({ attempt }) => attempt);
  return [observeEqual(`essais de remise à ${country}`, expected, attempts, { message: messageId })];
}

/**
 * What a country accepted about a movement, in the order in which it accepted it (DLV-003); each once.
 * @param expected names of messages, as the scenario tells them
 */
export function receivedInOrder(
  records: readonly ExchangeRecord[],
  transitReference: string,
  country: string,
  expected: readonly string[],
): Observation[] {
  const names = acceptedBy(records, country)
    .filter(({ message }) => message.payload['transitReference'] === transitReference)
    .map(({ name }) => name);
  return [
    observeEqual(`messages reçus par ${country}, dans l'ordre`, expected, names, {}, listOf(messageWord)),
  ];
}

/** Every delivery of the message is marked late, or none is (DLV-018, DLV-019). */
export function markedLate(
  records: readonly ExchangeRecord[],
  messageId: string,
  expected: boolean,
): Observation[] {
  const told = deliveriesOf(records, messageId);
  if (told.length === 0)
    return [observeEqual('remises du message', 'au moins une', 'aucune', { message: messageId })];
  return told.map(({ to, late }) =>
    observeEqual(`marque tardif lue par ${to}`, expected ? 'oui' : 'non', late ? 'oui' : 'non', {
      message: messageId,
    }),
  );
}

/** No attempt to deliver anything about this movement to this country has been seen (REF-005). */
export function notAttempted(
  records: readonly ExchangeRecord[],
  transitReference: string,
  country: string,
): Observation[] {
  const attempts = deliveries(records).filter(
    ({ to, message }) => to === country && message.payload['transitReference'] === transitReference,
  );
  return [
    observe(attempts.length === 0, `aucune remise tentée vers ${country}`, `${attempts.length} remise(s)`),
  ];
}

/**
 * From this record on, nothing was delivered to anybody (DLV-014).
 * @param from number of records when the queues were seen empty
 */
export function nothingDeliveredSince(records: readonly ExchangeRecord[], from: number): Observation[] {
  const since = records.slice(from).filter(({ kind }) => kind === 'deliver');
  const told = since.map(({ to }) => to);
  return [
    observe(
      since.length === 0,
      'aucune remise après la file vide',
      `${since.length} remise(s) : ${show(told)}`,
    ),
  ];
}

const acceptedBy = (records: readonly ExchangeRecord[], country: string): RecordedMessage[] =>
  deliveries(records).filter(({ to, status }) => to === country && status === 202);

/**
 * The attempts to deliver a message to a country are numbered on, from 1, and never start again (DLV-002). One that a crash cut
 * off was counted by nobody: the next may carry its number.
 */
export function attemptsGoOn(
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
): Observation[] {
  const numbers = records
    .filter(({ kind, to, body }) => kind === 'deliver' && to === country && body?.includes(messageId))
    .map(({ headers }) => Number(headers['corridor-attempt']));
  const goesOn = numbers.every((number, nth) => {
    const before = numbers[nth - 1] ?? 0;
    return number === before + 1 || (nth > 0 && number === before);
  });
  return [
    observe(numbers.length > 2, 'plusieurs essais', `${numbers.length} essai(s)`),
    observe(goesOn, 'des numéros qui se suivent depuis 1', `numéros : ${show(numbers)}`),
  ];
}
