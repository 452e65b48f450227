import { test } from 'node:test';
import { answeredSoon, movementParts } from './query-answers.ts';
import {
  acknowledgementOf,
  assertGreen,
  assertRed,
  delivered,
  message,
  submitted,
} from './testing/evidence.ts';

const asked = message('MovementQuery', 1, { sender: 'BF', recipient: 'hub' });
const query = { messageId: asked.messageId, sender: 'BF' };
const answer = (movement: unknown, preparedAt = '2026-11-20T12:00:30.000Z') => ({
  ...message('MovementResponse', 2, {
    sender: 'hub',
    recipient: 'BF',
    correlationId: asked.messageId,
    preparedAt,
  }),
  payload: { outcome: 'FOUND', movement },
});

test('an answer with the parts of its scope is as required; one too many or too few is seen', () => {
  const told = (movement: unknown) => [delivered(answer(movement), 'BF')];
  assertGreen(movementParts(told({ state: 'RELEASED' }), query, ['state']));
  assertGreen(
    movementParts(told({ state: 'RELEASED', events: [], notice: {} }), query, ['state', 'events', 'notice']),
  );
  assertRed(movementParts(told({ state: 'RELEASED', events: [] }), query, ['state']), /state, events/);
  assertRed(movementParts(told({ state: 'RELEASED' }), query, ['state', 'events']), /: state$/);
  assertRed(movementParts(told(null), query, ['state']), /aucun/);
  assertRed(movementParts([], query, ['state']), /remise à : aucun/);
});

test('an answer that is dated after its time, or before the question, or not at all, is seen', () => {
  const question = submitted(asked, { answer: acknowledgementOf(asked, 3) });
  const judge = (preparedAt: string) =>
    answeredSoon([question, delivered(answer({}, preparedAt), 'BF')], query, 60);
  assertGreen(judge('2026-11-20T12:01:00.000Z'));
  assertRed(judge('2026-11-20T12:01:01.000Z'), /61 s/);
  assertRed(judge('2026-11-20T11:59:59.000Z'), /-1 s/);
  assertRed(judge('demain'), /sans date/);
  assertRed(answeredSoon([delivered(answer({}), 'BF')], query, 60), /sans date/);
});
