import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { deliveries, numberIn, textIn } from './recorded.ts';
import { type EventFilter, type ToldEvent, toldEvents } from './tracking-events.ts';

/** Most that a clock may be ahead. @source timer clockTolerance, draft 6.5.5 */
const TOLERANCE_MS = 5 * 60_000;

const instantOf = ({ payload }: ToldEvent): number => Date.parse(textIn(payload, 'recordedAt'));

/**
 * An administration was told where the truck was at each of these instants, by a position or with an alert. More is not
 * wrong: a platform may tell all.
 * @param expected ISO 8601 UTC
 */
export function toldAtInstants(
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  country: string,
  expected: readonly string[],
): Observation[] {
  const told = instantsTold(records, filter, country);
  return expected.map((instant) =>
    observe(
      told.includes(Date.parse(instant)),
      `${country} : position de ${instant} dite`,
      `${country} : positions dites : ${inUtc(told)}`,
    ),
  );
}

/** One report of a device: when, ms since the epoch, and whether the truck moved. */
interface Reported {
  readonly at: number;
  readonly moving: boolean;
}

/**
 * An administration was told where the truck was, by a position or with an alert, at least so often as its device let it
 * be: of the first report on, and no two reports told lie farther apart than the pause while one between them was left
 * out. More is not wrong.
 * @param pauses longest, seconds
 */
export function toldAtLeastEvery(
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  country: string,
  pauses: { readonly moving: number; readonly stopped: number },
  reports: readonly Reported[],
): Observation[] {
  const told = instantsTold(records, filter, country).filter((instant) =>
    reports.some(({ at }) => at === instant),
  );
  const missed = reports.filter(({ at, moving }) => {
    const before = told.findLast((instant) => instant <= at);
    const after = told.find((instant) => instant >= at);
    const pauseMs = 1000 * (moving ? pauses.moving : pauses.stopped);
    if (before === undefined) return true;
    return after === undefined ? at - before >= pauseMs : after - before > pauseMs;
  });
  const shown = missed.map(({ at }) => new Date(at).toISOString());
  return [
    observe(reports.length > 0, 'des rapports de la balise', `rapports : ${reports.length}`),
    observe(
      missed.length === 0,
      `${country} : position dite toutes les ${pauses.moving / 60} min en route, ${pauses.stopped / 60} min à l'arrêt, au moins`,
      `${country} : positions dites : ${inUtc(told)} ; tues trop longtemps : ${shown.join(', ') || 'aucune'}`,
    ),
  ];
}

/** When an administration was told of, each once, in order. */
const instantsTold = (records: readonly ExchangeRecord[], filter: EventFilter, country: string): number[] =>
  [
    ...new Set(
      toldEvents(records, filter)
        .filter(({ to }) => to === country)
        .map(instantOf)
        .filter((at) => !Number.isNaN(at)),
    ),
  ].sort((a, b) => a - b);

const inUtc = (instants: readonly number[]): string =>
  instants.map((at) => new Date(at).toISOString()).join(', ') || 'aucune';

/** Each instant of a device was told once to each administration: what a device repeats is no second event. */
export function toldOncePerInstant(records: readonly ExchangeRecord[], filter: EventFilter): Observation[] {
  const events = toldEvents(records, filter);
  const keys = events.map((event) => `${event.to} ${textIn(event.payload, 'recordedAt')}`);
  const repeated = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  return [
    observe(events.length > 0, 'au moins un événement dit', `${events.length} événements dits`),
    observe(
      repeated.length === 0,
      'aucun instant dit deux fois à la même administration',
      `dits plus d'une fois : ${repeated.join(', ') || 'aucun'}`,
    ),
  ];
}

/**
 * The events of a device carry the numbers from 1 to `last`, each one event, in the order in which one administration was
 * told.
 * @param country one that is told of all: that of departure
 */
export function numberedFromOne(
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  country: string,
  last: number,
): Observation[] {
  const numbers = toldEvents(records, filter)
    .filter(({ to }) => to === country)
    .map(({ payload }) => numberIn(payload, 'deviceSeq'));
  const expected = Array.from({ length: last }, (_, index) => index + 1);
  return [observeEqual("numéros d'ordre de la balise", expected, numbers)];
}

/**
 * No event carries an instant that lies ahead of its delivery by more than the tolerance; what is delivered and refused for it
 * was told all the same.
 */
export function noneInFuture(records: readonly ExchangeRecord[], deviceId: string): Observation[] {
  const ahead = deliveries(records)
    .filter(({ name, message }) => name === 'TrackingEvent' && message.payload['deviceId'] === deviceId)
    .filter(({ at, message }) => {
      const { recordedAt } = message.payload;
      const lies = Date.parse(String(recordedAt)) <= Date.parse(at) + TOLERANCE_MS;
      return !lies; // what is no instant lies nowhere
    });
  return [
    observe(
      ahead.length === 0,
      'aucun instant futur',
      ahead.map(({ to, message }) => `${to} : ${message.payload['recordedAt']}`).join(', ') || 'aucun',
    ),
  ];
}

/** The instant of reception of the last event is that of its platform: about when it was delivered. */
export function receivedNow(records: readonly ExchangeRecord[], filter: EventFilter): Observation[] {
  const event = toldEvents(records, filter).at(-1);
  const delivered = deliveries(records).findLast(({ message }) => message.messageId === event?.message);
  const receivedAt = textIn(event?.payload, 'receivedAt');
  const apart = Math.abs(Date.parse(receivedAt) - Date.parse(delivered?.at ?? ''));
  return [
    observe(
      apart <= TOLERANCE_MS,
      `reçue par la plateforme vers ${delivered?.at ?? 'sa remise'}`,
      `reçue le ${receivedAt || 'jamais'}`,
    ),
  ];
}

/** Each event was delivered in the same bytes to all who were told of it; of the last one there are several. */
export function sameBytesToldToAll(records: readonly ExchangeRecord[], filter: EventFilter): Observation[] {
  const last = toldEvents(records, filter).at(-1)?.message;
  const copies = deliveries(records).filter(({ message }) => message.messageId === last);
  const contents = new Set(copies.map(({ bodyDigest }) => bodyDigest));
  return [
    observe(copies.length > 1, 'remise à plusieurs administrations', `${copies.length} remise(s)`),
    observe(contents.size === 1, 'les mêmes octets pour toutes', `${contents.size} contenu(s) différent(s)`),
  ];
}

/** The last event says that there is no fix, and no other position than the last one known. */
export function noNewPosition(
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  known: { readonly latitudeDeg: number; readonly longitudeDeg: number } | null,
): Observation[] {
  const event = toldEvents(records, filter).at(-1);
  if (!event) return [observe(false, 'un événement sans position dit', 'aucun événement')];
  const place = { message: event.message, pointer: '/payload/position' };
  const position = event.payload['position'] ?? known;
  return [
    observeEqual('position satellitaire', 'LOST', event.payload['gnss'] ?? null, {
      message: event.message,
      pointer: '/payload/gnss',
    }),
    observeEqual('position absente, ou la dernière connue', known, position, place),
  ];
}
