import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { publishedMovement } from './movement-ledger.ts';
import { listIn, textIn } from './recorded.ts';
import { stateWord } from './words.ts';

/** What the scenario knows of one movement among several. */
export interface ExpectedBook {
  readonly transitReference: string;
  readonly state: string;
  /** Messages sent about it, and about no other. */
  readonly messageIds: readonly string[];
}

/** Each movement has its own state and the events of its own messages, none of another's (LED-010, LED-011). */
export function booksApart(
  records: readonly ExchangeRecord[],
  expected: readonly ExpectedBook[],
): Observation[] {
  return expected.flatMap(({ transitReference, state, messageIds }) => {
    const seen = publishedMovement(records, transitReference);
    const events = listIn(seen, 'events')?.map(({ messageId }) => show(messageId));
    return [
      observeEqual(`état de ${transitReference}`, state, seen?.['state'], {}, stateWord),
      observe(
        events?.sort().join() === [...messageIds].sort().join(),
        `${transitReference} : les ${messageIds.length} événements de ses messages`,
        `${transitReference} : ${events?.length ?? 0} événement(s)`,
      ),
    ];
  });
}

/** The ledger publishes findings of exactly these kinds, each with an instant in UTC (LED-004, ENQ-022). */
export function findingsPublished(
  records: readonly ExchangeRecord[],
  transitReference: string,
  kinds: readonly string[],
): Observation[] {
  const findings = listIn(publishedMovement(records, transitReference), 'findings');
  const seen = findings?.map(({ kind }) => show(kind)).sort();
  const undated = findings?.filter((finding) => !/^\d{4}-.*Z$/.test(textIn(finding, 'raisedAt'))) ?? [];
  return [
    observeEqual('constats publiés', [...kinds].sort(), seen),
    observe(
      undated.length === 0,
      'chaque constat a son instant en UTC',
      `sans instant : ${show(undated.map(({ kind }) => kind))}`,
    ),
  ];
}

/** An event of the ledger stands at the instant that the message told, to the millisecond (TIM-005). */
export function eventAt(
  records: readonly ExchangeRecord[],
  transitReference: string,
  messageId: string,
  instant: string,
): Observation[] {
  const events = listIn(publishedMovement(records, transitReference), 'events');
  const event = events?.find((entry) => entry['messageId'] === messageId);
  const seen = textIn(event, 'occurredAt');
  return [
    observe(
      seen.endsWith('Z') && Date.parse(seen) === Date.parse(instant),
      `événement au registre : ${instant}`,
      `événement au registre : ${show(event?.['occurredAt'])}`,
      { message: messageId },
    ),
  ];
}

/** The event of a message carries the mark late in the ledger, or does not (LED-009). */
export function eventLate(
  records: readonly ExchangeRecord[],
  transitReference: string,
  messageId: string,
  expected: boolean,
): Observation[] {
  const events = listIn(publishedMovement(records, transitReference), 'events');
  const event = events?.find((entry) => entry['messageId'] === messageId);
  const word = (late: unknown): string =>
    late === true ? 'tardif' : late === false ? 'à temps' : show(late);
  return [observeEqual('événement au registre', expected, event?.['late'], { message: messageId }, word)];
}
