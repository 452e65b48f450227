import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationOf, conversationOfPath, conversationsOf } from './conversation.ts';

test('a conversation is told by its id, else by what the payload names, else by the message answered', () => {
  const payload = { transitReference: 'T', guaranteeReference: 'G' };
  const message = { messageId: 'M', conversationId: 'C', correlationId: 'R', payload };
  assert.deepEqual(conversationsOf(message), ['C', 'T', 'G', 'R', 'M']);
  assert.equal(conversationOf({ payload: { guaranteeReference: 'G' }, correlationId: 'R' }), 'G');
  assert.equal(conversationOf({ payload: { by: { transitReference: 'T' } }, correlationId: 'R' }), 'T');
  assert.equal(conversationOf({ correlationId: 'R', messageId: 'M' }), 'R');
});

test('a body of any shape has a conversation or none, and never throws', () => {
  const odd = [null, 0, '', [], [1], { payload: 3 }, { payload: { by: null } }, { conversationId: {} }];
  for (const body of odd) assert.equal(conversationOf(body), undefined);
  assert.equal(conversationOf({ conversationId: 'x'.repeat(65), messageId: 'M' }), 'M');
});

test('a query names its conversation in the path', () => {
  assert.equal(conversationOfPath('/v0/movements/26TG0LOM1T00000014?x=1'), '26TG0LOM1T00000014');
  assert.equal(conversationOfPath('/v0/guarantees/26TG000000000CCI6'), '26TG000000000CCI6');
  assert.equal(conversationOfPath('/v0/participants/BF/messages'), undefined);
});

test('half of a surrogate pair is no name of a conversation: others than JavaScript could not read it', () => {
  const payload = { transitReference: '\ud800x' };
  assert.deepEqual(conversationsOf({ conversationId: '\ud800x', payload, messageId: 'a' }), ['a']);
});
