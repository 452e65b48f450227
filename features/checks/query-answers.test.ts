import { test } from 'node:test';
import { answeredToAskerAlone, movementFound, movementRejected } from './query-answers.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE } from './testing/evidence.ts';

const query = { messageId: message('MovementQuery', 1).messageId, sender: 'BF', transitReference: REFERENCE };
const answer = (payload: object, sender = 'hub') => ({
  ...message('MovementResponse', 2, { sender, recipient: 'BF', correlationId: query.messageId }),
  payload: { ...payload },
});
const movement = { transitReference: REFERENCE, state: 'IN_TRANSIT', movementVersion: 2, events: [{}, {}] };
const found = answer({ outcome: 'FOUND', movement });
const expected = { state: 'IN_TRANSIT', events: 2 };

test('state and events told to whoever asked are as required', () => {
  assertGreen(movementFound([delivered(found, 'BF')], query, expected));
});

test('silence, another state, an event too few and an answer to somebody else are seen', () => {
  assertRed(movementFound([], query, expected), /remise à : aucun/);
  const stale = answer({ outcome: 'FOUND', movement: { ...movement, state: 'RELEASED' } });
  assertRed(movementFound([delivered(stale, 'BF')], query, expected), /: mainlevée accordée$/);
  const short = answer({ outcome: 'FOUND', movement: { ...movement, events: [{}] } });
  assertRed(movementFound([delivered(short, 'BF')], query, expected), /: 1$/);
  assertRed(movementFound([delivered(found, 'BF'), delivered(found, 'NE')], query, expected), /BF, NE/);
});

test('a rejection that carries data, another reason, and data instead of a rejection are seen', () => {
  const rejected = answer({ outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' });
  assertGreen(movementRejected([delivered(rejected, 'BF')], query, 'NOT_AUTHORISED'));
  assertRed(movementRejected([delivered(rejected, 'BF')], query, 'UNKNOWN'), /NOT_AUTHORISED/);
  assertRed(movementRejected([delivered(found, 'BF')], query, 'NOT_AUTHORISED'), /IN_TRANSIT/);
});

test('an answer of somebody else than the country asked is seen', () => {
  const own = answer({ outcome: 'FOUND', movement }, 'TG');
  assertGreen(answeredToAskerAlone([delivered(own, 'BF')], query, 'TG'));
  assertRed(answeredToAskerAlone([delivered(found, 'BF')], query, 'TG'), /hub/);
  assertRed(answeredToAskerAlone([delivered(own, 'BF'), delivered(own, 'ML')], query, 'TG'), /BF, ML/);
});

test('an answer of another shape is not as required', () => {
  for (const odd of [undefined, null, 7, [], {}, { events: 'ab' }, { events: {} }]) {
    const told = [delivered(answer({ outcome: 'FOUND', movement: odd }), 'BF')];
    assertRed(movementFound(told, query, expected), /événements : rien/);
  }
});
