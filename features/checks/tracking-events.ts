import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, type Fields, isObject, type RecordedMessage, textIn } from './recorded.ts';

/** Which events of a device are meant. */
export interface EventFilter {
  readonly deviceId?: string;
  /** Absent: both, since an alert tells the position too. */
  readonly kind?: 'POSITION' | 'ALERT';
  readonly alert?: string;
  /** When it happened by the device, ISO 8601 UTC. */
  readonly recordedAt?: string;
}

/** A tracking event as one administration received it. */
export interface ToldEvent {
  readonly to: string;
  readonly message: string;
  readonly payload: Fields;
}

/** Tracking events delivered and accepted, in order of delivery; the same event to two administrations is there twice. */
export const toldEvents = (records: readonly ExchangeRecord[], filter: EventFilter = {}): ToldEvent[] =>
  eventsIn(
    deliveries(records).filter(({ status }) => status === 202),
    filter,
  );

/** The same, accepted or not: who refuses what it should not have been told has been told all the same. */
export const eventsSent = (records: readonly ExchangeRecord[], filter: EventFilter): ToldEvent[] =>
  eventsIn(deliveries(records), filter);

const eventsIn = (delivered: readonly RecordedMessage[], filter: EventFilter): ToldEvent[] =>
  delivered
    .filter(({ name }) => name === 'TrackingEvent')
    .map(({ to, message }) => ({ to, message: message.messageId, payload: message.payload as Fields }))
    .filter(({ payload }) => matches(payload, filter));

function matches(payload: Fields, { deviceId, kind, alert, recordedAt }: EventFilter): boolean {
  if (deviceId !== undefined && payload['deviceId'] !== deviceId) return false;
  if (kind !== undefined && payload['kind'] !== kind) return false;
  if (alert !== undefined && payload['alert'] !== alert) return false;
  return recordedAt === undefined || Date.parse(textIn(payload, 'recordedAt')) === Date.parse(recordedAt);
}

/**
 * What the filter means was told to exactly these administrations, by one event that reached them all, to each without
 * repetition.
 * @param expected countries as the scenario names them
 */
export function eventToldTo(
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  expected: readonly string[],
): Observation[] {
  const events = toldEvents(records, filter);
  const uninvited = eventsSent(records, filter).filter(({ to }) => !expected.includes(to));
  const told = [...new Set([...events, ...uninvited].map(({ to }) => to))].sort();
  const wanted = [...expected].sort();
  const what = wordOf(filter);
  return [
    observe(
      told.join() === wanted.join(),
      `${what} : dite à ${show(wanted)}`,
      `${what} : dite à ${show(told)}`,
      place(events),
    ),
    observe(
      wanted.length === 0 || recipientsOf(events).includes(wanted.join()),
      `${what} : un même événement dit à ${show(wanted)}`,
      `${what} : chaque événement dit à ${recipientsOf(events).join(' ; ') || 'aucun'}`,
      place(events),
    ),
    ...told.map((country) => toldOnce(events, country, what)),
  ];
}

/** Of each event, to whom it was told, in order. */
function recipientsOf(events: readonly ToldEvent[]): string[] {
  const byId = Map.groupBy(events, ({ payload }) => textIn(payload, 'eventId'));
  return [...byId.values()].map((copies) => [...new Set(copies.map(({ to }) => to))].sort().join());
}

/** The same event again is one too many; a position may be told by itself and once more beside an alert of that instant. */
function toldOnce(events: readonly ToldEvent[], country: string, what: string): Observation {
  const ids = events.filter(({ to }) => to === country).map(({ payload }) => textIn(payload, 'eventId'));
  const repeated = ids.length - new Set(ids).size;
  return observe(
    repeated === 0,
    `${country} : ${what} dite sans répétition`,
    `${country} : ${what} dite avec ${repeated} répétition(s)`,
    place(events),
  );
}

/** How many events an administration was told of, of those that the filter means. */
export const eventsCounted = (
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  country: string,
  expected: number,
): Observation[] => {
  const events = toldEvents(records, filter).filter(({ to }) => to === country);
  return [observeEqual(`${country}, ${wordOf(filter)}`, expected, events.length, place(events))];
};

/** Nothing that the filter means was told to anybody. */
export function neverToldEvent(records: readonly ExchangeRecord[], filter: EventFilter): Observation[] {
  const events = eventsSent(records, filter);
  const told = events.map(({ to }) => to);
  const what = wordOf(filter);
  return [
    observe(told.length === 0, `${what} : dite à personne`, `${what} : dite à ${show(told)}`, place(events)),
  ];
}

/**
 * The last event that the filter means says this, for each administration that was told.
 * @param expected values by field of the payload, dotted, as the scenario writes them; null: absent
 */
export function eventSays(
  records: readonly ExchangeRecord[],
  filter: EventFilter,
  expected: Readonly<Record<string, unknown>>,
): Observation[] {
  const events = toldEvents(records, filter);
  const last = events.at(-1);
  if (!last) return [observe(false, `${wordOf(filter)} : dite`, `${wordOf(filter)} : jamais dite`)];
  const same = events.filter(({ payload }) => payload['eventId'] === last.payload['eventId']);
  return same.flatMap(({ to, message, payload }) =>
    Object.entries(expected).map(([field, value]) =>
      observeEqual(`${to}, ${field}`, value, valueAt(payload, field) ?? null, {
        message,
        pointer: `/payload/${field.replaceAll('.', '/')}`,
      }),
    ),
  );
}

const valueAt = (payload: Fields, field: string): unknown =>
  field.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), payload);

const wordOf = ({ kind, alert, recordedAt }: EventFilter): string =>
  [
    alert === undefined ? (kind === 'ALERT' ? 'alerte' : 'position') : `alerte ${alert}`,
    ...(recordedAt === undefined ? [] : [`de ${recordedAt}`]),
  ].join(' ');

const place = (events: readonly ToldEvent[]) => {
  const [first] = events;
  return first === undefined ? {} : { message: first.message };
};
