import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { changedMembers, type Observation, observe, sameJson, show } from './check.ts';
import { deliveries, isObject, lastAnswer, memberOf } from './recorded.ts';

type Answer = ReturnType<typeof lastAnswer>;

/**
 * What the stack publishes at these addresses is what it published before (ERR-008, ERR-015).
 * @param before records up to the snapshot
 * @param since records after it, those of another consultation among them
 */
export function booksUnchanged(
  before: readonly ExchangeRecord[],
  since: readonly ExchangeRecord[],
  paths: readonly string[],
): Observation[] {
  return paths.map((path) => {
    const was = lastAnswer(before, path);
    const is = lastAnswer(since, path);
    const same = was !== undefined && is !== undefined && sameJson(published(was), published(is));
    return observe(same, `${path} : ${show(status(was))}, comme avant`, `${path} : ${difference(was, is)}`);
  });
}

/** All of a publication, but of a refusal only what the profile fixes: its sentences are for people. */
const published = (answer: Answer): unknown =>
  answer?.status === 200
    ? answer.body
    : { status: answer?.status, code: show(memberOf(answer?.body, 'code')) };

const status = (answer: Answer): unknown => answer?.status ?? 'non consulté';

function difference(was: Answer, is: Answer): string {
  if (was === undefined || is === undefined || was.status !== is.status)
    return `${show(status(was))}, puis ${show(status(is))}`;
  if (!isObject(was.body) || !isObject(is.body)) return `${is.status}, contenu illisible`;
  const other = changedMembers(was.body, is.body);
  return other.length === 0 ? `${is.status}, comme avant` : `${is.status}, autre : ${other.join(', ')}`;
}

/** Whose queues are looked at, and because of which message. */
interface QueuesOf {
  readonly seats: readonly string[];
  /** The message refused. */
  readonly messageId: string;
  /** The scenario: what the journal holds of another one explains itself. */
  readonly scenario: string;
}

/**
 * Nothing was put in the queue of anybody, by the delivery state that the stack publishes; but for the refusal itself, which
 * goes to the sender, and for what was delivered meanwhile about another scenario (RTE-009).
 * @param since every record after the snapshot, whatever scenario it belongs to
 */
export function queuesUnchanged(
  before: readonly ExchangeRecord[],
  since: readonly ExchangeRecord[],
  { seats, messageId, scenario }: QueuesOf,
): Observation[] {
  return seats.map((seat) => {
    const path = `/v0/participants/${seat}/deliveries`;
    const was = memberOf(lastAnswer(before, path)?.body, 'lastQueued');
    const is = memberOf(lastAnswer(since, path)?.body, 'lastQueued');
    const added = explained(since, seat, { messageId, scenario });
    const known = Number.isSafeInteger(was) && Number.isSafeInteger(is);
    return observe(
      known && Number(is) === Number(was) + added,
      `file de ${seat} : rien de plus`,
      known
        ? `file de ${seat} : ${Number(is) - Number(was) - added} de plus`
        : `file de ${seat} : non publiée`,
      { message: messageId },
    );
  });
}

function explained(
  since: readonly ExchangeRecord[],
  seat: string,
  { messageId, scenario }: Omit<QueuesOf, 'seats'>,
): number {
  const elsewhere = since.filter(
    ({ kind, to, scenario: owner }) =>
      kind === 'deliver' && to === seat && owner !== null && owner !== scenario,
  );
  const refusals = deliveries(since).filter(
    ({ to, name, message }) =>
      to === seat && name === 'FunctionalError' && message.payload['relatesTo'] === messageId,
  );
  const cursors = [
    ...elsewhere.map(({ headers }) => headers['corridor-cursor']),
    ...refusals.map(({ cursor }) => String(cursor)),
  ];
  return new Set(cursors).size;
}
