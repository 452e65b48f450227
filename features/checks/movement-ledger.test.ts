import { test } from 'node:test';
import {
  consultationRefused,
  eventCount,
  movementField,
  movementState,
  passagesInOrder,
  statesInTurn,
} from './movement-ledger.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  ledger,
  message,
  REFERENCE,
} from './testing/evidence.ts';

const exit = {
  messageId: message('BorderPassage', 1).messageId,
  messageType: 'AT05',
  sender: 'TG',
  direction: 'EXIT',
  occurredAt: '2026-11-20T10:00:00Z',
};
const entry = {
  ...exit,
  messageId: message('BorderPassage', 2).messageId,
  sender: 'BF',
  direction: 'ENTRY',
  occurredAt: '2026-11-20T11:00:00Z',
};
const road = [
  { country: 'TG', direction: 'EXIT' },
  { country: 'BF', direction: 'ENTRY' },
] as const;

test('the state published last counts, and an unpublished movement has none', () => {
  assertGreen(
    movementState([ledger({ state: 'RELEASED' }), ledger({ state: 'ARRIVED' })], REFERENCE, 'ARRIVED'),
  );
  assertRed(movementState([ledger({ state: 'RELEASED' })], REFERENCE, 'ARRIVED'), /: mainlevée accordée$/);
  assertRed(movementState([ledger({ code: 'NOT_FOUND' }, 404)], REFERENCE, 'ARRIVED'), /rien/);
  assertRed(movementState([], REFERENCE, 'ARRIVED'), /rien/);
});

test('a field that differs, down to one member of the notice, is seen', () => {
  const notice = { plate: 'TG-1', items: [{ sequence: 1 }] };
  assertGreen(
    movementField(
      [ledger({ notice: { items: [{ sequence: 1 }], plate: 'TG-1' } })],
      REFERENCE,
      'notice',
      notice,
    ),
  );
  assertRed(
    movementField([ledger({ notice: { ...notice, items: [] } })], REFERENCE, 'notice', notice),
    /items/,
  );
  assertRed(movementField([ledger({ seals: ['B', 'A'] })], REFERENCE, 'seals', ['A', 'B']), /B, A/);
});

test('passages out of place, missing or doubled are seen, and so are events out of time', () => {
  assertGreen(passagesInOrder([ledger({ events: [exit, entry] })], REFERENCE, road));
  assertRed(passagesInOrder([ledger({ events: [entry, exit] })], REFERENCE, road), /BF entrée, TG sortie/);
  assertRed(passagesInOrder([ledger({ events: [exit] })], REFERENCE, road), /TG sortie$/);
  assertRed(
    passagesInOrder([ledger({ events: [exit, entry, entry] })], REFERENCE, road),
    /BF entrée, BF entrée/,
  );
  const early = { ...entry, occurredAt: '2026-11-20T09:00:00Z' };
  assertRed(passagesInOrder([ledger({ events: [exit, early] })], REFERENCE, road), /09:00/);
});

test('an event too many is seen', () => {
  assertRed(eventCount([ledger({ events: [exit, entry] })], REFERENCE, 1), /2/);
});

test('a state skipped on the way is seen', () => {
  const read = ['REGISTERED', 'RELEASED', 'ARRIVED'].map((state) => ledger({ state }));
  assertGreen(statesInTurn(read, REFERENCE, ['REGISTERED', 'RELEASED', 'ARRIVED']));
  assertRed(statesInTurn(read, REFERENCE, ['REGISTERED', 'RELEASED', 'IN_TRANSIT']), /arrivé$/);
});

test('a consultation answered to somebody who has no right to it is seen', () => {
  const refused = { status: 403, code: 'NOT_AUTHORISED' };
  assertGreen(consultationRefused([ledger({ code: 'NOT_AUTHORISED' }, 403)], REFERENCE, 'TG', refused));
  assertRed(consultationRefused([ledger({ state: 'RELEASED' })], REFERENCE, 'TG', refused), /200/);
  assertRed(consultationRefused([ledger({ code: 'NOT_FOUND' }, 403)], REFERENCE, 'TG', refused), /NOT_FOUND/);
});

test('a state that the profile does not know is shown as it is', () => {
  assertRed(movementState([ledger({ state: 'LOST' })], REFERENCE, 'ARRIVED'), /: LOST$/);
  assertRed(movementState([ledger({ state: { name: 'ARRIVED' } })], REFERENCE, 'ARRIVED'), /name/);
});

test('a ledger of another shape is not as required', () => {
  assertRedWhenMisshapen('events', ledger, (records) => passagesInOrder(records, REFERENCE, road));
  assertRedWhenMisshapen('events', ledger, (records) => eventCount(records, REFERENCE, 2));
  assertRedWhenMisshapen('state', ledger, (records) => statesInTurn(records, REFERENCE, ['RELEASED']));
  assertRedWhenMisshapen('state', ledger, (records) => movementState(records, REFERENCE, 'RELEASED'));
  assertRedWhenMisshapen('seals', ledger, (records) => movementField(records, REFERENCE, 'seals', ['A']));
  const refused = { status: 404, code: 'NOT_FOUND' };
  const consult = (answer: unknown) => ledger(answer, 404);
  assertRedWhenMisshapen('code', consult, (records) =>
    consultationRefused(records, REFERENCE, 'TG', refused),
  );
});
