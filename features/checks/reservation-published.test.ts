import { test } from 'node:test';
import { reservedFor } from './reservation-published.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  consulted,
  GUARANTEE,
  REFERENCE,
} from './testing/evidence.ts';

const register = (entry: object) => [consulted(`/v0/guarantees/${GUARANTEE}`, entry)];
const own = { transitReference: REFERENCE, amount: 12, reservationId: 'r' };

test('the reservation of the movement is published with its amount', () => {
  const other = { ...own, transitReference: '26TG0LOM1T00000022' };
  assertGreen(reservedFor(register({ reservations: [other, own] }), GUARANTEE, REFERENCE, 12));
});

test('no reservation, a second one, another amount and an access code are seen', () => {
  assertRed(reservedFor(register({ reservations: [] }), GUARANTEE, REFERENCE, 12), /aucun/);
  assertRed(reservedFor(register({ reservations: [own, own] }), GUARANTEE, REFERENCE, 12), /12, 12/);
  assertRed(
    reservedFor(register({ reservations: [{ ...own, amount: 1 }] }), GUARANTEE, REFERENCE, 12),
    /: 1$/,
  );
  const leak = register({ reservations: [own], accessCode: '***' });
  assertRed(
    reservedFor(leak, GUARANTEE, REFERENCE, 12),
    /champs publiés : accessCode, amount, reservationId, reservations, transitReference$/,
  );
});

test('a register entry of another shape is not as required', () => {
  assertRedWhenMisshapen(
    'reservations',
    (answer) => consulted(`/v0/guarantees/${GUARANTEE}`, answer),
    (records) => reservedFor(records, GUARANTEE, REFERENCE, 12),
  );
});
