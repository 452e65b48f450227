import { test } from 'node:test';
import { booksApart, eventAt, findingsPublished } from './ledger-events.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, ledger, REFERENCE } from './testing/evidence.ts';

const event = (messageId: string, occurredAt = '2026-11-20T08:00:00Z') => ({ messageId, occurredAt });
const book = (...ids: string[]) => ledger({ state: 'ARRIVED', events: ids.map((id) => event(id)) });
const expected = [{ transitReference: REFERENCE, state: 'ARRIVED', messageIds: ['a', 'b'] }];

test('a movement with its own state and events is as required; those of another are seen', () => {
  assertGreen(booksApart([book('b', 'a')], expected));
  assertRed(booksApart([book('a', 'c')], expected), /2 événement/);
  assertRed(booksApart([book('a', 'b', 'b')], expected), /3 événement/);
  assertRed(
    booksApart([ledger({ state: 'RELEASED', events: [event('a'), event('b')] })], expected),
    /mainlevée accordée/,
  );
  assertRed(booksApart([], expected), /rien/);
});

test('findings are those of the scenario, each with its instant', () => {
  const kind = 'seals-discontinued';
  const dated = { kind, raisedAt: '2026-11-20T08:00:00.000Z' };
  assertGreen(findingsPublished([ledger({ findings: [dated] })], REFERENCE, [kind]));
  assertRed(findingsPublished([ledger({ findings: [] })], REFERENCE, [kind]), /aucun/);
  assertRed(findingsPublished([ledger({ findings: [dated, dated] })], REFERENCE, [kind]), /seals.*seals/);
  assertRed(findingsPublished([ledger({ findings: [{ kind }] })], REFERENCE, [kind]), /sans instant/);
  const local = { kind, raisedAt: '2026-11-20T09:00:00+01:00' };
  assertRed(findingsPublished([ledger({ findings: [local] })], REFERENCE, [kind]), /sans instant/);
});

test('an event an hour off, or written in local time, is seen', () => {
  const seen = (occurredAt: string) => [ledger({ events: [event('a', occurredAt)] })];
  const instant = '2026-11-20T08:00:00.000Z';
  assertGreen(eventAt(seen('2026-11-20T08:00:00Z'), REFERENCE, 'a', instant));
  assertRed(eventAt(seen('2026-11-20T09:00:00.000Z'), REFERENCE, 'a', instant), /09:00/);
  assertRed(eventAt(seen('2026-11-20T09:00:00+01:00'), REFERENCE, 'a', instant), /\+01/);
  assertRed(eventAt(seen(instant), REFERENCE, 'b', instant), /rien/);
});

test('a ledger of another shape is not as required', () => {
  assertRedWhenMisshapen('events', ledger, (records) => booksApart(records, expected));
  assertRedWhenMisshapen('findings', ledger, (records) => findingsPublished(records, REFERENCE, []));
  const instant = '2026-11-20T08:00:00.000Z';
  assertRedWhenMisshapen('events', ledger, (records) => eventAt(records, REFERENCE, 'a', instant));
  const number = ledger({ events: [{ messageId: 'a', occurredAt: Date.parse(instant) }] });
  assertRed(eventAt([number], REFERENCE, 'a', instant), /\d{13}/);
});
