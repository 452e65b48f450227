import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { publishedMovement } from './movement-ledger.ts';
import { deliveries, listIn, type RecordedMessage } from './recorded.ts';

/**
 * The hub points out a fact (AT93) of this kind to exactly these administrations, once each, and the ledger shows it.
 * @param expected countries as the scenario names them
 */
export function findingRaised(
  records: readonly ExchangeRecord[],
  transitReference: string,
  kind: string,
  expected: readonly string[],
): Observation[] {
  const accepted = noticesOf(records, transitReference, kind).filter(({ status }) => status === 202);
  const recipients = accepted.map(({ to }) => to).sort();
  const published = kindsPublished(records, transitReference);
  return [
    observeEqual(`constat ${kind} remis à`, [...expected].sort(), recipients),
    observe(published?.includes(kind) ?? false, `constat ${kind} publié au registre`, seenIn(published)),
  ];
}

/** The hub points out nothing about this movement: neither to an administration nor in the ledger. */
export function noFinding(records: readonly ExchangeRecord[], transitReference: string): Observation[] {
  const notices = noticesOf(records, transitReference).map(
    ({ message, to }) => `${show(message.payload['kind'])} à ${to}`,
  );
  const published = kindsPublished(records, transitReference);
  return [
    observe(notices.length === 0, 'aucun constat remis', `constats remis : ${show(notices)}`),
    observe(published?.length === 0, 'aucun constat au registre', seenIn(published)),
  ];
}

/** The finding names the country concerned, e.g. the silent one, and no other. */
export function findingNames(
  records: readonly ExchangeRecord[],
  transitReference: string,
  kind: string,
  country: string,
): Observation[] {
  const named = [
    ...new Set(noticesOf(records, transitReference, kind).map(({ message }) => message.payload['country'])),
  ];
  return [observeEqual(`pays cités par le constat ${kind}`, [country], named)];
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

const kindsPublished = (records: readonly ExchangeRecord[], transitReference: string): string[] | undefined =>
  listIn(publishedMovement(records, transitReference), 'findings')?.map(({ kind }) => show(kind));

const seenIn = (published: readonly string[] | undefined): string =>
  published === undefined ? 'mouvement non publié' : `constats publiés : ${show(published)}`;
