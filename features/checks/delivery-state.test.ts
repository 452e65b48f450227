import { test } from 'node:test';
import { deadLettersAre, deliveryStateIs } from './delivery-state.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted } from './testing/evidence.ts';

const expected = { cursor: 1, lastQueued: 3, pending: 2, deadLetters: 0 };
const state = (changes: object = {}) =>
  consulted('/v0/participants/BF/deliveries', { seat: 'BF', processing: 0, ...expected, ...changes });

test('the numbers published are those that the scenario counts; each wrong one is seen', () => {
  assertGreen(deliveryStateIs([state()], 'BF', expected));
  assertRed(deliveryStateIs([state({ cursor: 3 })], 'BF', expected), /atteint : 3/);
  assertRed(deliveryStateIs([state({ lastQueued: 2 })], 'BF', expected), /en file : 2/);
  assertRed(deliveryStateIs([state({ pending: 0 })], 'BF', expected), /en attente : 0/);
  assertRed(deliveryStateIs([state({ deadLetters: 1 })], 'BF', expected), /mortes : 1/);
  assertRed(deliveryStateIs([state({ seat: 'TG' })], 'BF', expected), /siège : TG/);
  assertRed(deliveryStateIs([], 'BF', expected), /rien/);
});

const letters = (...ids: string[]) =>
  consulted('/v0/participants/BF/dead-letters', { deadLetters: ids.map((messageId) => ({ messageId })) });

test('a dead letter dropped, one too many, and an unanswered consultation are seen', () => {
  assertGreen(deadLettersAre([letters('a')], 'BF', ['a'], ['a', 'b']));
  assertGreen(deadLettersAre([letters()], 'BF', [], ['a', 'b']));
  assertRed(deadLettersAre([letters()], 'BF', ['a'], ['a', 'b']), /aucun/);
  assertRed(deadLettersAre([letters('a', 'b')], 'BF', ['a'], ['a', 'b']), /a, b/);
  assertRed(deadLettersAre([], 'BF', [], ['a']), /rien/);
});

test('on a stack with a past only what came since counts', () => {
  const before = { lastQueued: 100, deadLetters: 3 };
  const later = state({ cursor: 101, lastQueued: 103, deadLetters: 3 });
  assertGreen(deliveryStateIs([later], 'BF', expected, before));
  assertRed(deliveryStateIs([later], 'BF', expected), /: 101$/);
  assertGreen(deadLettersAre([letters('old')], 'BF', [], ['a', 'b']));
});

test('a state or a list of another shape is not as required', () => {
  const path = '/v0/participants/BF/deliveries';
  assertRedWhenMisshapen(
    'cursor',
    (answer) => consulted(path, answer),
    (records) => deliveryStateIs(records, 'BF', expected),
  );
  assertRed(deliveryStateIs([state({ cursor: '1' })], 'BF', { ...expected, cursor: 1 }), /autre que/);
  assertRedWhenMisshapen(
    'deadLetters',
    (answer) => consulted('/v0/participants/BF/dead-letters', answer),
    (records) => deadLettersAre(records, 'BF', ['a'], ['a']),
  );
});
