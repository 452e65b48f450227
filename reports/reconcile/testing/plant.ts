import type { ObservedExchange } from '../../evidence/observed-exchange.ts';
import { answered, type Exchanges } from './evidence-book.ts';

/** A message as the planted exchange carries it. */
export interface Carried {
  messageId: string;
  messageType: string;
  payload: Record<string, unknown>;
  [field: string]: unknown;
}

export interface Where {
  readonly kind?: ObservedExchange['kind'];
  readonly code?: string;
  readonly about?: string;
  readonly from?: string;
  readonly to?: string;
  readonly path?: string;
}

const textOf = ({ body }: ObservedExchange): string => (typeof body === 'string' ? body : '{}');
export const messageOf = (exchange: ObservedExchange): Carried => JSON.parse(textOf(exchange)) as Carried;

const fits =
  ({ kind, code, about, from, to, path }: Where) =>
  (exchange: ObservedExchange): boolean => {
    const message = messageOf(exchange);
    return (
      (kind === undefined || exchange.kind === kind) &&
      (code === undefined || message.messageType === code) &&
      (about === undefined || message.payload?.['transitReference'] === about) &&
      (from === undefined || exchange.from === from) &&
      (to === undefined || exchange.to === to) &&
      (path === undefined || exchange.path.startsWith(path))
    );
  };

/** The first exchange that fits; the honest books must have it. */
export function one(exchanges: Exchanges, where: Where): ObservedExchange {
  const found = exchanges.find(fits(where));
  if (found) return found;
  throw new RangeError(`The honest books hold no ${JSON.stringify(where)}.`);
}

/** All but what fits; the queues are numbered as if it had never been. */
export const without = (exchanges: Exchanges, where: Where): Exchanges =>
  renumbered(exchanges.filter((exchange) => !fits(where)(exchange)));

/** Every exchange that fits, changed. */
export const changed = (
  exchanges: Exchanges,
  where: Where,
  change: (exchange: ObservedExchange) => Partial<ObservedExchange>,
): Exchanges =>
  exchanges.map((exchange) => (fits(where)(exchange) ? { ...exchange, ...change(exchange) } : exchange));

/** The payload of every message that fits, changed alike wherever it crosses the wire. */
export const said = (exchanges: Exchanges, where: Where, payload: object): Exchanges =>
  changed(exchanges, where, (exchange) => {
    const message = messageOf(exchange);
    return { body: JSON.stringify({ ...message, payload: { ...message.payload, ...payload } }) };
  });

/** What the hub answered to the last question under a path, changed as text. */
export function answerText(exchanges: Exchanges, path: string, change: (text: string) => string): Exchanges {
  const last = exchanges.findLastIndex((exchange) => exchange.path.startsWith(path));
  return exchanges.map((exchange, at) =>
    at === last && exchange.answer
      ? { ...exchange, answer: { ...exchange.answer, body: change(String(exchange.answer.body)) } }
      : exchange,
  );
}

/** The same as an object. */
export const answeredOtherwise = (
  exchanges: Exchanges,
  path: string,
  change: (answer: Record<string, unknown>) => object,
): Exchanges =>
  answerText(exchanges, path, (text) => {
    const now = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...now, ...change(now) });
  });

/** Exchanges put in before the queues are asked for at the end; the queues are numbered anew. */
export function added(exchanges: Exchanges, ...more: ObservedExchange[]): Exchanges {
  const end = exchanges.findIndex(({ path }) => path.endsWith('/deliveries'));
  const at = exchanges[end - 1]?.at ?? 0;
  const timed = more.map((exchange, place) => ({ ...exchange, at: at + (place + 1) * 1_000 }));
  return renumbered([...exchanges.slice(0, end), ...timed, ...exchanges.slice(end)]);
}

/** The same message at another seat, or again. */
export const delivered = (exchange: ObservedExchange, to: string): ObservedExchange => ({
  ...exchange,
  kind: 'deliver',
  from: 'hub',
  to,
  headers: { 'corridor-cursor': '0', 'corridor-attempt': '1' },
});

/** Cursors 1, 2, 3 ... for each seat in order, and queues that end there. */
function renumbered(exchanges: Exchanges): Exchanges {
  const cursors = new Map<string, number>();
  return exchanges.map((exchange) => {
    if (exchange.kind === 'deliver') {
      const cursor = (cursors.get(exchange.to) ?? 0) + 1;
      cursors.set(exchange.to, cursor);
      return { ...exchange, headers: { ...exchange.headers, 'corridor-cursor': String(cursor) } };
    }
    if (!exchange.path.endsWith('/deliveries')) return exchange;
    const cursor = cursors.get(exchange.from) ?? 0;
    const state = {
      seat: exchange.from,
      cursor,
      lastQueued: cursor,
      pending: 0,
      deadLetters: 0,
      processing: 0,
    };
    return { ...exchange, answer: answered(200, state) };
  });
}
