import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { booksUnchanged, queuesUnchanged } from './books-unchanged.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  consulted,
  delivered,
  ledger,
  message,
  REFERENCE,
} from './testing/evidence.ts';

const PATH = `/v0/movements/${REFERENCE}`;
const entry = { state: 'RELEASED', movementVersion: 2, events: [{}, {}] };

test('a publication that is the same before and after is as required, a movement still unknown too', () => {
  assertGreen(booksUnchanged([ledger(entry)], [ledger({ ...entry })], [PATH]));
  const unknown = (detail: string) => ledger({ code: 'NOT_FOUND', detail }, 404);
  assertGreen(booksUnchanged([unknown('a')], [unknown('b')], [PATH]));
});

test('another state, another event, a movement that appears and one not consulted are seen', () => {
  const judge = (after: ExchangeRecord[]) => booksUnchanged([ledger(entry)], after, [PATH]);
  assertRed(judge([ledger({ ...entry, state: 'IN_TRANSIT' })]), /autre : state/);
  assertRed(judge([ledger({ ...entry, events: [{}, {}, {}] })]), /autre : events/);
  assertRed(judge([ledger({ code: 'NOT_FOUND' }, 404)]), /200, puis 404/);
  assertRed(judge([]), /puis non consulté/);
  assertRed(booksUnchanged([], [ledger(entry)], [PATH]), /non consulté, puis/);
  assertRed(booksUnchanged([ledger([1])], [ledger([2])], [PATH]), /illisible/);
});

const OF = { seats: ['TG', 'BF'], messageId: message('TransitNotice', 1).messageId, scenario: 's' };
const queue = (seat: string, lastQueued: unknown) =>
  consulted(`/v0/participants/${seat}/deliveries`, { seat, lastQueued }, { from: seat });
const before = [queue('TG', 4), queue('BF', 7)];
const refusal = delivered(message('FunctionalError', 3, { payload: { relatesTo: OF.messageId } }), 'TG', {
  cursor: 5,
});

test('queues that stand where they stood are as required, but for the refusal itself and for other scenarios', () => {
  assertGreen(queuesUnchanged(before, before, OF));
  assertGreen(queuesUnchanged(before, [refusal, queue('TG', 5), queue('BF', 7)], OF));
  const other = { ...delivered(message('TransitNotice', 9), 'BF', { cursor: 8 }), scenario: 'another' };
  assertGreen(queuesUnchanged(before, [other, queue('TG', 4), queue('BF', 8)], OF));
});

test('a message more in a queue is seen, whatever it is and whoever it is for', () => {
  const told = delivered(message('TransitNotice', 1), 'BF', { cursor: 8 });
  assertRed(queuesUnchanged(before, [told, queue('TG', 4), queue('BF', 8)], OF), /BF : 1 de plus/);
  assertRed(queuesUnchanged(before, [refusal, queue('TG', 6), queue('BF', 7)], OF), /TG : 1 de plus/);
  assertRed(queuesUnchanged(before, [queue('TG', 4)], OF), /BF : non publiée/);
});

test('a delivery state of another shape is seen', () => {
  assertRedWhenMisshapen(
    'lastQueued',
    (answer) => consulted('/v0/participants/TG/deliveries', answer),
    (records) => queuesUnchanged(before, records, { ...OF, seats: ['TG'] }),
  );
});
