import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { type Fields, isObject, lastAnswer, listIn, memberOf, parsed, textIn } from './recorded.ts';
import { listOf, stateWord } from './words.ts';

/** The last publication of a movement to any seat; undefined when it was refused, is unknown or is no object. */
export function publishedMovement(
  records: readonly ExchangeRecord[],
  transitReference: string,
): Fields | undefined {
  const answer = lastAnswer(records, `/v0/movements/${transitReference}`);
  return answer?.status === 200 && isObject(answer.body) ? answer.body : undefined;
}

/** The movement is in this state in the regional ledger. */
export function movementState(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: string,
): Observation[] {
  const seen = publishedMovement(records, transitReference)?.['state'];
  return [observeEqual('état du mouvement', expected, seen, {}, stateWord)];
}

/** One field of the published movement, by its name in the binding. */
export function movementField(
  records: readonly ExchangeRecord[],
  transitReference: string,
  field: keyof typeof FIELDS,
  expected: unknown,
): Observation[] {
  const seen = publishedMovement(records, transitReference)?.[field];
  return [observeEqual(FIELDS[field], expected, seen)];
}

/** What the ledger publishes of a movement, and how officers call it. @source binding section 4 */
const FIELDS = {
  state: 'état',
  movementVersion: 'version',
  countries: 'pays',
  corridor: 'corridor',
  limitDate: 'délai de route',
  seals: 'scellés',
  notice: 'avis en vigueur',
  events: 'événements',
  findings: 'constats',
} as const;

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
    observeEqual('code', expected.code, memberOf(answer?.body, 'code')),
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
  const events = listIn(publishedMovement(records, transitReference), 'events');
  const passages = events?.filter(({ messageType }) => messageType === 'AT05');
  const instants = events?.map((event) => textIn(event, 'occurredAt')) ?? [];
  const ordered = instants.every(
    (instant, nth) => nth === 0 || Date.parse(instant) >= Date.parse(instants[nth - 1] ?? ''),
  );
  return [
    observeEqual(
      'passages du registre',
      expected.map(({ country, direction }) => passageWords(country, direction)),
      passages?.map(({ sender, direction }) => passageWords(sender, direction)),
    ),
    observe(ordered, 'événements dans leur ordre de survenue', show(instants)),
  ];
}

const passageWords = (country: unknown, direction: unknown): string => {
  const side = direction === 'EXIT' ? 'sortie' : direction === 'ENTRY' ? 'entrée' : show(direction);
  return `${show(country)} ${side}`;
};

/** The ledger holds this many events, no more: nothing took effect twice or without right. */
export function eventCount(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: number,
): Observation[] {
  const events = listIn(publishedMovement(records, transitReference), 'events');
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
  const states = read.map(({ answer }) => memberOf(parsed(answer?.body), 'state'));
  return [observeEqual('états publiés', expected, states, {}, listOf(stateWord))];
}
