import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { publishedMovement } from './movement-ledger.ts';
import { deliveries, type RecordedMessage } from './recorded.ts';

/**
 * The hub points out a fact (AT93) of this kind to exactly these administrations, and the ledger shows it.
 * @param expected countries as the scenario names them
 */
export function findingRaised(
  records: readonly ExchangeRecord[],
  transitReference: string,
  kind: string,
  expected: readonly string[],
): Observation[] {
  const recipients = [...new Set(noticesOf(records, transitReference, kind).map(({ to }) => to))].sort();
  const published = publishedMovement(records, transitReference)?.findings?.map(
    (finding) => finding.kind ?? '?',
  );
  return [
    observeEqual(`constat ${kind} remis à`, [...expected].sort(), recipients),
    observe(published?.includes(kind) ?? false, `constat ${kind} publié au registre`, seenIn(published)),
  ];
}

/** The hub points out nothing about this movement: neither to an administration nor in the ledger. */
export function noFinding(records: readonly ExchangeRecord[], transitReference: string): Observation[] {
  const notices = noticesOf(records, transitReference).map(
    ({ message, to }) => `${message.payload['kind']} à ${to}`,
  );
  const published = publishedMovement(records, transitReference)?.findings?.map(
    (finding) => finding.kind ?? '?',
  );
  return [
    observe(notices.length === 0, 'aucun constat remis', `constats remis : ${show(notices)}`),
    observe(published?.length === 0, 'aucun constat au registre', seenIn(published)),
  ];
}

/** The finding names the country concerned, e.g. the silent one. */
export function findingNames(
  records: readonly ExchangeRecord[],
  transitReference: string,
  kind: string,
  country: string,
): Observation[] {
  const named = [
    ...new Set(noticesOf(records, transitReference, kind).map(({ message }) => message.payload['country'])),
  ];
  return [
    observe(named.includes(country), `constat ${kind} au sujet de ${country}`, `pays cités : ${show(named)}`),
  ];
}

function noticesOf(
  records: readonly ExchangeRecord[],
  transitReference: string,
  kind?: string,
): RecordedMessage[] {
  return deliveries(records).filter(
    ({ name, message }) =>
      name === 'FindingNotice' &&
      message.payload['transitReference'] === transitReference &&
      (kind === undefined || message.payload['kind'] === kind),
  );
}

const seenIn = (published: readonly string[] | undefined): string =>
  published === undefined ? 'mouvement non publié' : `constats publiés : ${show(published)}`;
