import { test } from 'node:test';
import { distinctMovements } from './distinct-movements.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted } from './testing/evidence.ts';

const movement = (reference: string, state: string) => consulted(`/v0/movements/${reference}`, { state });

test('each part of a bill of lading is a movement of its own', () => {
  assertGreen(distinctMovements([movement('A', 'REGISTERED'), movement('B', 'REGISTERED')], 2, 'REGISTERED'));
});

test('a part merged with another, unknown, or in another state is seen', () => {
  assertRed(
    distinctMovements([movement('A', 'REGISTERED'), movement('A', 'REGISTERED')], 2, 'REGISTERED'),
    /: 1$/,
  );
  assertRed(
    distinctMovements([movement('A', 'REGISTERED'), movement('B', 'RELEASED')], 2, 'REGISTERED'),
    /mainlevée accordée/,
  );
  const unknown = consulted('/v0/movements/B', {}, { status: 404 });
  assertRed(distinctMovements([movement('A', 'REGISTERED'), unknown], 2, 'REGISTERED'), /404/);
});

test('a ledger of another shape is not as required', () => {
  assertRedWhenMisshapen(
    'state',
    (answer) => consulted('/v0/movements/A', answer),
    (records) => distinctMovements(records, 1, 'REGISTERED'),
  );
});
