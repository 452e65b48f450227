import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../profile/messages/message.ts';
import { type MessageName, messages } from '../../profile/messages/messages.ts';
import { MovementBook } from './movement-book.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';

const { reference, notice, release, entry, arrival, control, discharge } = exampleMovement(1);
let serial = 0;

function booked(name: MessageName, payload: object, part: Partial<Message> = {}) {
  serial += 1;
  const message: Message = {
    profileVersion: '0.1',
    messageId: `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    messageType: messages[name].wireCode,
    sender: 'TG',
    recipient: 'route',
    preparedAt: '2026-11-20T06:30:00Z',
    testIndicator: true,
    payload: payload as Record<string, unknown>,
    ...part,
  };
  return { message, name, receivedAt: '2026-11-21T08:00:00.000Z', late: false };
}

const journey = [
  booked('TransitNotice', notice, { movementVersion: 1 }),
  booked('DepartureRelease', release, { movementVersion: 2 }),
  booked('BorderPassage', entry, { sender: 'BF' }),
  booked('ArrivalNotice', arrival, { sender: 'BF' }),
  booked('ControlResult', control, { sender: 'BF' }),
  booked('DischargeNotice', discharge, { movementVersion: 3 }),
];

test('a book follows a movement from notice to discharge', () => {
  const book = new MovementBook('BF');
  const states = journey.map((each) => {
    book.add(each);
    return book.entry(reference)?.state;
  });
  assert.deepEqual(states, ['REGISTERED', 'RELEASED', 'IN_TRANSIT', 'ARRIVED', 'CONTROLLED', 'DISCHARGED']);
  const { own, movementVersion, limitDate, events } = book.entry(reference) ?? assert.fail();
  assert.deepEqual([own, movementVersion, limitDate], [false, 3, '2026-12-01T00:00:00Z']);
  assert.deepEqual(
    events.map(({ messageType, office, direction }) => [messageType, office, direction]),
    [
      ['AT01', undefined, undefined],
      ['AT02', 'TG0LOM1', undefined],
      ['AT05', 'BF0CIN1', 'ENTRY'],
      ['AT07', 'BF0OUA1', undefined],
      ['AT08', 'BF0OUA1', undefined],
      ['AT09', 'TG0LOM1', undefined],
    ],
  );
});

test('the order in which messages come changes nothing in the end', () => {
  for (let shift = 0; shift < journey.length; shift += 1) {
    const book = new MovementBook('BF');
    for (const each of [...journey.slice(shift), ...journey.slice(0, shift)].reverse()) book.add(each);
    assert.equal(book.entry(reference)?.state, 'DISCHARGED');
  }
});

test('an early passage waits for the notice, and a message that never becomes legal changes nothing', () => {
  const book = new MovementBook('BF');
  book.add(journey[2] ?? assert.fail());
  assert.equal(book.entry(reference)?.state, 'NONE');
  book.add(journey[0] ?? assert.fail());
  assert.equal(book.entry(reference)?.state, 'REGISTERED');
  book.add(booked('DischargeNotice', { ...discharge, basis: 'CONFORM' }));
  assert.equal(book.entry(reference)?.state, 'REGISTERED');
});

test('the same message is booked once, the newest version of a notice is in force', () => {
  const book = new MovementBook('TG');
  const first = booked('TransitNotice', notice, { movementVersion: 1 });
  const amended = booked(
    'TransitNotice',
    { ...notice, status: 'AMENDED', totalPackages: 7 },
    { movementVersion: 2 },
  );
  for (const each of [amended, first, first]) book.add(each);
  const seen = book.entry(reference);
  assert.equal(seen?.notice?.totalPackages, 7);
  assert.deepEqual([seen?.messages.length, seen?.movementVersion, seen?.own], [2, 2, true]);
});

test('an enquiry after the time limit shows the movement overdue', () => {
  const book = new MovementBook('TG');
  for (const each of journey.slice(0, 3)) book.add(each);
  book.add(booked('EnquiryRequest', { transitReference: reference, enquiredAt: '2026-12-08T00:00:00Z' }));
  assert.equal(book.entry(reference)?.state, 'UNDER_ENQUIRY');
});

test('a capped book forgets the oldest movement', () => {
  const book = new MovementBook('TG', 2);
  for (const number of [1, 2, 3]) book.add(booked('TransitNotice', exampleMovement(number).notice));
  assert.deepEqual(book.references(), [exampleMovement(2).reference, exampleMovement(3).reference]);
  assert.equal(book.entry(reference), undefined);
});

test('tracking events, of which there may be thousands, are no part of the book', () => {
  const book = new MovementBook('TG');
  for (const each of journey.slice(0, 2)) book.add(each);
  const event = { transitReference: reference, kind: 'POSITION' };
  book.add(booked('TrackingEvent', event, { sender: 'TRK-TG', recipient: 'territory' }));
  const { events, messages: kept } = book.entry(reference) ?? assert.fail();
  assert.deepEqual([events.length, kept.length], [2, 2]);
});
