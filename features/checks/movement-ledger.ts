import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { lastAnswer } from './recorded.ts';

/** What the ledger publishes of a movement, as answered: unchecked. @source binding section 4 */
export interface PublishedMovement {
  readonly state?: string;
  readonly movementVersion?: number;
  readonly countries?: readonly string[];
  readonly corridor?: string;
  readonly limitDate?: string;
  readonly seals?: readonly string[];
  readonly notice?: Readonly<Record<string, unknown>>;
  readonly events?: readonly PublishedEvent[];
  readonly findings?: readonly { readonly kind?: string; readonly raisedAt?: string }[];
}

export interface PublishedEvent {
  readonly messageId?: string;
  readonly messageType?: string;
  readonly sender?: string;
  readonly occurredAt?: string;
  readonly receivedAt?: string;
  readonly office?: string;
  readonly direction?: string;
  readonly late?: boolean;
}

/** The last publication of a movement to any seat; undefined when it was refused or is unknown. */
export function publishedMovement(
  records: readonly ExchangeRecord[],
  transitReference: string,
): PublishedMovement | undefined {
  const answer = lastAnswer(records, `/v0/movements/${transitReference}`);
  return answer?.status === 200 ? (answer.body as PublishedMovement) : undefined;
}

/** The movement is in this state in the regional ledger. */
export function movementState(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: string,
): Observation[] {
  return [observeEqual('état du mouvement', expected, publishedMovement(records, transitReference)?.state)];
}

/** One field of the published movement, by its name in the binding. */
export function movementField<Field extends keyof PublishedMovement>(
  records: readonly ExchangeRecord[],
  transitReference: string,
  field: Field,
  expected: PublishedMovement[Field],
): Observation[] {
  const seen = publishedMovement(records, transitReference)?.[field];
  return [observeEqual(FIELDS[field], expected, seen)];
}

const FIELDS: Readonly<Record<keyof PublishedMovement, string>> = {
  state: 'état',
  movementVersion: 'version',
  countries: 'pays',
  corridor: 'corridor',
  limitDate: 'délai de route',
  seals: 'scellés',
  notice: 'avis en vigueur',
  events: 'événements',
  findings: 'constats',
};

/** The consultation of a movement is answered with this status and, for an error, this code (LED-005, LED-006). */
export function consultationRefused(
  records: readonly ExchangeRecord[],
  transitReference: string,
  by: string,
  expected: { readonly status: number; readonly code: string },
): Observation[] {
  const answer = lastAnswer(records, `/v0/movements/${transitReference}`, by);
  return [
    observeEqual('réponse à la consultation', expected.status, answer?.status),
    observeEqual('code', expected.code, (answer?.body as { code?: string } | undefined)?.code),
  ];
}

/** A passage as the scenario tells it: country and side of the border. */
export interface ExpectedPassage {
  readonly country: string;
  readonly direction: 'EXIT' | 'ENTRY';
}

/** The ledger holds exactly these passages, in this order, each with its instant (PAS-002, PAS-004, LED-003). */
export function passagesInOrder(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: readonly ExpectedPassage[],
): Observation[] {
  const events = publishedMovement(records, transitReference)?.events ?? [];
  const passages = events.filter(({ messageType }) => messageType === 'AT05');
  const told = passages.map(({ sender, direction }) => `${sender} ${direction}`);
  const instants = events.map(({ occurredAt }) => Date.parse(occurredAt ?? ''));
  const ordered = instants.every(
    (instant, index) => index === 0 || instant >= (instants[index - 1] ?? Number.NaN),
  );
  return [
    observeEqual(
      'passages du registre',
      expected.map(({ country, direction }) => `${country} ${direction}`),
      told,
    ),
    observe(
      ordered,
      'événements dans leur ordre de survenue',
      show(events.map(({ occurredAt }) => occurredAt ?? '?')),
    ),
  ];
}

/** The ledger holds this many events, no more: nothing took effect twice or without right. */
export function eventCount(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: number,
): Observation[] {
  const events = publishedMovement(records, transitReference)?.events;
  return [observeEqual("nombre d'événements", expected, events?.length)];
}

/** The states published one after the other, as successive consultations read them (LED-007). */
export function statesInTurn(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: readonly string[],
): Observation[] {
  const path = `/v0/movements/${transitReference}`;
  const read = records.filter((record) => record.kind === 'query' && record.path === path);
  const states = read.map(
    ({ answer }) => (JSON.parse(answer?.body ?? '{}') as PublishedMovement).state ?? '?',
  );
  return [observeEqual('états publiés', expected, states)];
}

/** The event of a message is published at the instant that the message gives, in UTC (TIM-005). */
export function eventInstant(
  records: readonly ExchangeRecord[],
  transitReference: string,
  messageId: string,
  expected: string,
): Observation[] {
  const events = publishedMovement(records, transitReference)?.events ?? [];
  const seen = events.find((event) => event.messageId === messageId)?.occurredAt ?? '';
  const same = seen.endsWith('Z') && Date.parse(seen) === Date.parse(expected);
  return [observe(same, `heure ${expected}`, `heure ${show(seen)}`, { message: messageId })];
}
