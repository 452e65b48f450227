import { test } from 'node:test';
import { deadLettersAre, deliveryStateIs } from './delivery-state.ts';
import { assertGreen, assertRed, consulted } from './testing/evidence.ts';

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
  assertGreen(deadLettersAre([letters('a')], 'BF', ['a']));
  assertGreen(deadLettersAre([letters()], 'BF', []));
  assertRed(deadLettersAre([letters()], 'BF', ['a']), /aucun/);
  assertRed(deadLettersAre([letters('a', 'b')], 'BF', ['a']), /a, b/);
  assertRed(deadLettersAre([], 'BF', []), /rien/);
});
