import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import {
  assertGreen,
  assertRed,
  DEVICE,
  delivered,
  event,
  message,
  submitted,
  TEN,
} from './testing/evidence.ts';
import {
  type EventFilter,
  eventSays,
  eventsCounted,
  eventsSent,
  eventToldTo,
  neverToldEvent,
  toldEvents,
} from './tracking-events.ts';

const ELEVEN = '2026-11-20T11:00:00.000Z';
const alert = (n: number, code: string, to = 'TG', status = 202) =>
  event(n, { kind: 'ALERT', alert: code }, to, status);

/** Deliveries in which next to nothing is where it is agreed; the seat accepted them. */
const misshapen = (): ExchangeRecord[] => [
  ...[null, 7, 'texte', [], {}, { recordedAt: 7, eventId: {}, deviceId: [], kind: null }].map((payload) =>
    delivered({ ...message('TrackingEvent', 1), payload: payload as never }, 'TG'),
  ),
  delivered({ messageType: 'AT17' } as never, 'TG'),
  ...['null', '7', '<html>', '[]', '{"messageType":17}'].map((body) => ({ ...event(1), body })),
];

test('events are those delivered and accepted, of the device, kind, alert and instant that are meant', () => {
  const ids = (filter: EventFilter, told: typeof eventsSent = toldEvents) =>
    told(records, filter).map(({ to, payload }) => `${to} ${payload['eventId']}`);
  const records = [
    event(1),
    event(1, {}, 'BF'),
    event(2, { deviceId: 'FICTIF-2' }),
    event(3, { recordedAt: ELEVEN }),
    alert(4, 'DOOR_OPEN'),
    event(5, {}, 'TG', 503),
    delivered(message('TransitNotice', 6), 'TG'),
    submitted(message('TrackingEvent', 7)),
  ];
  const accepted = ['TG event 1', 'BF event 1', 'TG event 2', 'TG event 3', 'TG event 4'];
  assert.deepEqual(ids({}), accepted);
  assert.deepEqual(ids({}, eventsSent), [...accepted, 'TG event 5']);
  assert.deepEqual(ids({ deviceId: 'FICTIF-2' }), ['TG event 2']);
  assert.deepEqual(ids({ kind: 'ALERT' }), ['TG event 4']);
  assert.deepEqual(ids({ alert: 'DOOR_OPEN' }), ['TG event 4']);
  assert.deepEqual(ids({ alert: 'LOCK_CUT' }), []);
  assert.deepEqual(ids({ recordedAt: '2026-11-20T11:00:00Z' }), ['TG event 3']);
});

test('an event told once to each of the administrations meant, and to no other, is as required', () => {
  assertGreen(eventToldTo([event(1), event(1, {}, 'BF')], { deviceId: DEVICE }, ['TG', 'BF']));
  assertGreen(eventToldTo([event(1), alert(2, 'DOOR_OPEN')], { recordedAt: TEN }, ['TG']));
  assertGreen(eventToldTo([event(1, {}, 'TG', 503), event(1)], {}, ['TG']));
  assertGreen(eventToldTo([event(1, {}, 'BF')], { kind: 'ALERT' }, []));
});

test('an administration too few or too many, and a repetition, are seen', () => {
  const judge = (...records: ExchangeRecord[]) => eventToldTo(records, { recordedAt: TEN }, ['TG', 'BF']);
  assertRed(judge(event(1)), /^position de 2026-11-20T10:00:00.000Z : dite à TG$/);
  assertRed(judge(event(1), event(1, {}, 'BF', 422)), /dite à TG$/);
  assertRed(judge(event(1), event(1, {}, 'BF'), event(1, {}, 'ML')), /dite à BF, ML, TG$/);
  assertRed(judge(event(1), event(1, {}, 'BF'), event(1, {}, 'ML', 422)), /dite à BF, ML, TG$/);
  assertRed(judge(event(1), event(1, {}, 'BF'), event(1)), /^TG : position .* avec 1 répétition/);
  assertRed(judge(...misshapen()), /dite à aucun/);
  assertRed(eventToldTo(misshapen(), {}, ['TG']), /répétition/);
});

test('a position that one administration was told and another only with an alert is no event of both', () => {
  const judge = (...records: ExchangeRecord[]) => eventToldTo(records, { recordedAt: TEN }, ['TG', 'BF']);
  assertRed(judge(event(1), alert(2, 'DOOR_OPEN', 'BF')), /chaque événement dit à TG ; BF$/);
  assertGreen(judge(event(1), alert(2, 'DOOR_OPEN', 'BF'), alert(2, 'DOOR_OPEN')));
  assertRed(judge(), /chaque événement dit à aucun$/);
});

test('events are counted for one administration', () => {
  const records = [event(1), event(2), event(1, {}, 'BF'), event(3, {}, 'TG', 503)];
  assertGreen(eventsCounted(records, { kind: 'POSITION' }, 'TG', 2));
  assertGreen(eventsCounted(records, { kind: 'ALERT' }, 'TG', 0));
  assertRed(eventsCounted(records, { kind: 'POSITION' }, 'TG', 1), /^TG, position : 2$/);
  assertRed(eventsCounted(records, { kind: 'ALERT' }, 'BF', 1), /^BF, alerte : 0$/);
  assertRed(eventsCounted(records, { alert: 'LOCK_CUT' }, 'BF', 1), /^BF, alerte LOCK_CUT : 0$/);
  assertRed(eventsCounted(misshapen(), { kind: 'POSITION' }, 'TG', 1), /: 0$/);
});

test('an event that should never be told is seen, accepted or not', () => {
  assertGreen(neverToldEvent([event(1), alert(2, 'DOOR_OPEN')], { kind: 'ALERT', alert: 'LOCK_CUT' }));
  assertRed(neverToldEvent([alert(2, 'LOCK_CUT', 'BF')], { alert: 'LOCK_CUT' }), /^alerte LOCK_CUT : .* BF$/);
  assertRed(neverToldEvent([event(1, {}, 'BF', 422)], {}), /dite à BF$/);
  assertRed(neverToldEvent(misshapen(), {}), /dite à TG/);
});

test('the last event says what the scenario says, member by member, to all who were told', () => {
  const place = { latitudeDeg: 6.426, longitudeDeg: 1.213 };
  const last = { position: place, gnss: 'FIX', speedKmh: 57 };
  const records = [event(1), event(2, last), event(2, last, 'BF')];
  const expected = { 'position.latitudeDeg': 6.426, gnss: 'FIX', speedKmh: 57, stored: null };
  assertGreen(eventSays(records, { deviceId: DEVICE }, expected));
});

test('an event that says something else, more or nothing, to any of those told, is seen', () => {
  const judge = (payload: object, expected: Record<string, unknown>) =>
    eventSays([event(1, { speedKmh: 57 }), event(2, payload)], {}, expected);
  assertRed(judge({ speedKmh: 58 }, { speedKmh: 57 }), /^TG, speedKmh : 58$/);
  assertRed(judge({}, { speedKmh: 57 }), /^TG, speedKmh : rien$/);
  assertRed(judge({ stored: true }, { stored: null }), /^TG, stored : true$/);
  assertRed(judge({ speedKmh: '57' }, { speedKmh: 57 }), /^TG, speedKmh : 57$/);
  for (const position of [null, 7, 'texte', [], { latitudeDeg: {} }])
    assertRed(
      judge({ position }, { 'position.latitudeDeg': 6.4 }),
      /^TG, position.latitudeDeg : (rien|\{\})$/,
    );
  const told = [event(2, { speedKmh: 58 }, 'BF'), event(2, { speedKmh: 57 })];
  assertRed(eventSays(told, {}, { speedKmh: 57 }), /^BF, speedKmh : 58$/);
  assertRed(eventSays([], { kind: 'ALERT' }, { speedKmh: 57 }), /^alerte : jamais dite$/);
  assertRed(eventSays(misshapen(), {}, { speedKmh: 57 }), /rien$/);
});
