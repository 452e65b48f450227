import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameJson, show } from './check.ts';
import { deliveries, lastAnswer, listIn, submissions } from './recorded.ts';
import { consulted, delivered, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);

test('what is not a message, or not JSON, is left out instead of stopping the judge', () => {
  const rubbish = { ...submitted(notice), body: '<html>' };
  const array = { ...submitted(notice), body: '[]' };
  const garbled = { ...submitted(notice), notUtf8: true } as const; // what can be read of it still parses
  assert.equal(submissions([rubbish, array, garbled, submitted(notice)]).length, 1);
  assert.equal(
    submissions([
      { ...submitted(notice), answer: { ...submitted(notice).answer, body: '<html>' } } as never,
    ])[0]?.answer,
    undefined,
  );
});

test('a body too large to be kept is the message that its answer names', () => {
  const answer = { payload: { relatesTo: notice.messageId } };
  const { body: _kept, ...large } = submitted(notice, { answer });
  const [seen] = submissions([large]);
  assert.deepEqual([seen?.message.messageId, seen?.status], [notice.messageId, 202]);
  assert.equal(submissions([{ ...large, bodyBytes: 0 }]).length, 0);
});

test('the headers of a delivery are read as numbers and a mark', () => {
  const [seen] = deliveries([delivered(notice, 'BF', { cursor: 12, attempt: 3, late: true })]);
  assert.deepEqual([seen?.cursor, seen?.attempt, seen?.late, seen?.name], [12, 3, true, 'TransitNotice']);
});

test('of several consultations the last counts, of the seat that is asked for', () => {
  const records = [
    consulted('/v0/health', { n: 1 }, { from: 'BF' }),
    consulted('/v0/health', { n: 2 }, { from: 'BF' }),
    consulted('/v0/health', { n: 3 }, { from: 'TG' }),
  ];
  assert.deepEqual(lastAnswer(records, '/v0/health')?.body, { n: 3 });
  assert.deepEqual(lastAnswer(records, '/v0/health', 'BF')?.body, { n: 2 });
  assert.equal(lastAnswer(records, '/v0/capabilities'), undefined);
});

test('values are equal as JSON: order of members does not count, order in lists and missing members do', () => {
  assert.ok(sameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }));
  assert.ok(!sameJson([1, 2], [2, 1]));
  assert.ok(!sameJson({ a: 1 }, { a: 1, b: undefined }));
  assert.ok(!sameJson([], {}));
  assert.ok(!sameJson('1', 1));
});

test('nothing and an empty list are shown in words', () => {
  assert.deepEqual(
    [show(undefined), show([]), show(['BF', 'ML']), show({ a: 1 })],
    ['rien', 'aucun', 'BF, ML', '{"a":1}'],
  );
});

test('a delivery without payload, or with members of another kind, is a message with nothing in it', () => {
  const { payload: _, preparedAt: __, ...bare } = notice;
  for (const body of [
    bare,
    { ...bare, payload: null },
    { ...bare, payload: [] },
    { ...bare, preparedAt: 7 },
  ]) {
    const [seen] = deliveries([{ ...delivered(notice, 'BF'), body: JSON.stringify(body) }]);
    assert.deepEqual([seen?.message.payload, seen?.message.preparedAt], [{}, '']);
  }
});

test('a list is read with as many entries as it has, and what is no list is none', () => {
  assert.deepEqual(listIn({ events: [{ a: 1 }, null, 7] }, 'events'), [{ a: 1 }, {}, {}]);
  for (const value of [undefined, null, 7, 'events', [], {}, { events: {} }, { events: 'abc' }])
    assert.equal(listIn(value, 'events'), undefined);
});
