import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveriesOf, lastAnswer, listIn, memberOf, textIn } from './recorded.ts';

/** What the hub publishes of the deliveries to a seat. @source binding section 3 */
export interface ExpectedState {
  /** Cursors counted from the one before the scenario's first message. */
  readonly cursor: number;
  readonly lastQueued: number;
  readonly pending: number;
  readonly deadLetters: number;
}

/**
 * The hub publishes exactly these numbers for a country (DLV-013).
 * @param before what the queue held before the scenario, on a stack that others used
 */
export function deliveryStateIs(
  records: readonly ExchangeRecord[],
  country: string,
  expected: ExpectedState,
  before: Pick<ExpectedState, 'lastQueued' | 'deadLetters'> = { lastQueued: 0, deadLetters: 0 },
): Observation[] {
  const body = lastAnswer(records, `/v0/participants/${country}/deliveries`)?.body;
  const seen = (field: string): unknown => memberOf(body, field);
  return [
    observeEqual('siège', country, seen('seat')),
    observeEqual('curseur atteint', expected.cursor, since(seen('cursor'), before.lastQueued)),
    observeEqual(
      'dernier curseur en file',
      expected.lastQueued,
      since(seen('lastQueued'), before.lastQueued),
    ),
    observeEqual('remises en attente', expected.pending, seen('pending')),
    observeEqual('lettres mortes', expected.deadLetters, since(seen('deadLetters'), before.deadLetters)),
  ];
}

/** What is published and is no number is told as it is. */
const since = (seen: unknown, before: number): unknown =>
  typeof seen === 'number' ? seen - before : (seen ?? undefined) && `autre que nombre, ${show(seen)}`;

/**
 * Of the messages sent, exactly these are dead letters of a country, as last consulted (DLV-009, DLV-011, DLV-012).
 * @param sent messages of the scenario: dead letters of others are not its concern
 */
export function deadLettersAre(
  records: readonly ExchangeRecord[],
  country: string,
  messageIds: readonly string[],
  sent: readonly string[],
): Observation[] {
  const answer = lastAnswer(records, `/v0/participants/${country}/dead-letters`);
  const listed = listIn(answer?.body, 'deadLetters')
    ?.map(({ messageId }) => show(messageId))
    .filter((id) => sent.includes(id));
  return [
    observeEqual('réponse à la consultation', 200, answer?.status),
    observe(
      listed !== undefined && listed.join() === messageIds.join(),
      `lettres mortes de ${country} : ${show([...messageIds])}`,
      `lettres mortes de ${country} : ${show(listed)}`,
    ),
  ];
}

/** A dead letter tells which message it is, where it stood in the queue, since when, until when and why (DLV-024). */
export function deadLetterComplete(
  records: readonly ExchangeRecord[],
  country: string,
  messageId: string,
  expected: { readonly messageType: string; readonly atLeastHours: number },
): Observation[] {
  const answer = lastAnswer(records, `/v0/participants/${country}/dead-letters`);
  const letter = listIn(answer?.body, 'deadLetters')?.find((entry) => entry['messageId'] === messageId);
  const cursors = deliveriesOf(records, messageId).map(({ cursor }) => cursor);
  const [first, dead] = [textIn(letter, 'firstAttemptAt'), textIn(letter, 'deadAt')];
  const hours = (Date.parse(dead) - Date.parse(first)) / 3_600_000;
  const place = { message: messageId };
  return [
    observeEqual('type du message', expected.messageType, letter?.['messageType'], place),
    observeEqual('curseur, celui de ses essais', cursors[0] ?? 'aucun essai', letter?.['cursor'], place),
    observe(
      first.endsWith('Z') && dead.endsWith('Z') && hours >= expected.atLeastHours,
      `du premier essai à la fin, ${expected.atLeastHours} h au moins`,
      `premier essai ${show(letter?.['firstAttemptAt'])}, fin ${show(letter?.['deadAt'])}`,
      place,
    ),
    observe(textIn(letter, 'reason') !== '', 'une raison', `raison : ${show(letter?.['reason'])}`, place),
  ];
}
