import type { ObservedExchange } from '../../evidence/observed-exchange.ts';
import { answered, EvidenceBook, type Exchanges } from '../../reconcile/testing/evidence-book.ts';
import { journey } from '../../reconcile/testing/honest-books.ts';

/** When the example load is played: before the time limit of the example release. */
export const PLAYED_FROM = Date.UTC(2026, 10, 2, 9);
/** Messages of one journey. */
export const MESSAGES_A_JOURNEY = 7;
/** From one exchange to the next; a delivery follows its submission. */
export const STEP_MS = 20;

/** Which traffic: so many journeys, numbered from `first`, that begin at `beginAt` (ms since the epoch). */
export interface TrafficOptions {
  readonly journeys?: number;
  readonly first?: number;
  readonly beginAt?: number;
}

/** Honest traffic of trucks from Lomé to Ouagadougou, each message answered after 1.5 ms and delivered 20 ms after it was sent. */
export function loadTraffic({
  journeys = 20,
  first = 1,
  beginAt = PLAYED_FROM,
}: TrafficOptions = {}): Exchanges {
  const book = new EvidenceBook({ beginAt, stepMs: STEP_MS, firstId: first * 1_000 });
  for (let at = first; at < first + journeys; at += 1) {
    journey(book, `26TG0LOM1T${String(at).padStart(8, '0')}`);
    book.drained(['TG', 'BF']);
  }
  return book.exchanges;
}

/** The answer of an exchange after so many ms. */
export const answeredAfter =
  (afterMs: number) =>
  ({ answer }: ObservedExchange): Partial<ObservedExchange> => ({ answer: answer && { ...answer, afterMs } });

/** What the hub says of the queue of a seat: so many wait. */
export const polled = (at: number, seat: string, pending: number): ObservedExchange => ({
  ...{ at, kind: 'query', from: seat, to: 'hub', method: 'GET', path: `/v0/participants/${seat}/deliveries` },
  ...{ headers: {}, stack: 'hub' },
  answer: answered(200, {
    seat,
    cursor: 10,
    lastQueued: 10 + pending,
    pending,
    deadLetters: 0,
    processing: 0,
  }),
});
