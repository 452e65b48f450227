import { messageByWireCode } from '../../profile/messages/messages.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { type Fields, lastAnswer, listIn, memberOf, parsed, textIn } from './recorded.ts';
import { listOf, messageWord } from './words.ts';

/** A page of the pull as answered: unchecked. @source binding section 2 */
interface Page {
  /** Undefined when there is no such list. */
  readonly messages: readonly Fields[] | undefined;
  readonly next: unknown;
  readonly more: unknown;
}

/** Pages that a country pulled, in order; the ones that were refused left out. */
const pagesPulled = (records: readonly ExchangeRecord[], country: string): Page[] =>
  records
    .filter(({ kind, from, answer }) => kind === 'pull' && from === country && answer?.status === 200)
    .map(({ answer }) => {
      const page = parsed(answer?.body);
      return {
        messages: listIn(page, 'messages'),
        next: memberOf(page, 'next'),
        more: memberOf(page, 'more'),
      };
    });

/**
 * The first page holds exactly these messages, in rising order of cursor (DLV-006).
 * @param expected names of messages, as the scenario tells them
 */
export function pulledInOrder(
  records: readonly ExchangeRecord[],
  country: string,
  expected: readonly string[],
): Observation[] {
  const [page] = pagesPulled(records, country);
  const cursors = page?.messages?.map(({ cursor }) => cursor) ?? [];
  const rising = cursors.every((cursor, nth) => nth === 0 || Number(cursor) > Number(cursors[nth - 1]));
  return [
    observeEqual(
      `messages tirés par ${country}`,
      expected,
      page?.messages?.map(({ message }) => nameOf(message)),
      {},
      listOf(messageWord),
    ),
    observe(rising, "dans l'ordre des curseurs", `curseurs : ${show(cursors.map(show))}`),
  ];
}

/** Pages one after the other: how many messages each holds, and whether it says that more remain (DLV-008). */
export function pagesCounted(
  records: readonly ExchangeRecord[],
  country: string,
  expected: readonly { readonly messages: number; readonly more: boolean }[],
): Observation[] {
  const pages = pagesPulled(records, country);
  const lastCursors = pages.map(({ messages, next }) => messages?.at(-1)?.['cursor'] ?? next);
  return [
    observeEqual(
      'messages par page',
      expected.map(({ messages }) => messages),
      pages.map(({ messages }) => messages?.length),
    ),
    observeEqual(
      'il reste des messages',
      expected.map(({ more }) => more),
      pages.map(({ more }) => more),
    ),
    observeEqual(
      'curseur suivant, celui du dernier message de la page',
      lastCursors,
      pages.map(({ next }) => next),
    ),
  ];
}

/** A message pulled by a country carries the mark late, or does not (DLV-018). */
export function pulledLate(
  records: readonly ExchangeRecord[],
  country: string,
  messageId: string,
  expected: boolean,
): Observation[] {
  const entry = pagesPulled(records, country)
    .flatMap(({ messages }) => messages ?? [])
    .find(({ message }) => memberOf(message, 'messageId') === messageId);
  return [
    observeEqual(`marque tardif tirée par ${country}`, expected, entry?.['late'], { message: messageId }),
  ];
}

function nameOf(message: unknown): string {
  const messageType = textIn(message, 'messageType');
  return messageByWireCode(messageType)?.name ?? messageType;
}

/**
 * The pages pulled hold everything in the queue after a cursor, each position once at least and in rising order, up to the last one
 * queued (DLV-006).
 * @param after the cursor that the country itself had reached
 */
export function pulledWithoutGap(
  records: readonly ExchangeRecord[],
  country: string,
  after: number,
): Observation[] {
  const lastQueued = memberOf(
    lastAnswer(records, `/v0/participants/${country}/deliveries`)?.body,
    'lastQueued',
  );
  const cursors = pagesPulled(records, country).flatMap(
    ({ messages }) => messages?.map(({ cursor }) => Number(cursor)) ?? [],
  );
  const wanted = Array.from({ length: Math.max(0, Number(lastQueued) - after) }, (_, nth) => after + 1 + nth);
  const missing = wanted.filter((cursor) => !cursors.includes(cursor));
  const rising = cursors.every((cursor, nth) => nth === 0 || cursor >= (cursors[nth - 1] ?? 0));
  return [
    observe(wanted.length > 0, 'des messages à tirer', `${wanted.length} message(s) en file après ${after}`),
    observe(
      missing.length === 0,
      `${country} tire les curseurs ${after + 1} à ${show(lastQueued)}`,
      missing.length === 0 ? 'tous tirés' : `non tirés : ${show(missing)}`,
    ),
    observe(rising, "dans l'ordre des curseurs", `curseurs : ${show(cursors)}`),
  ];
}
