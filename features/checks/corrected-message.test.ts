import { test } from 'node:test';
import { correctedUnderSameNumber } from './corrected-message.ts';
import { assertGreen, assertRed, message, submitted } from './testing/evidence.ts';

const refused = submitted(message('DepartureRelease', 1, { movementVersion: 2 }), { status: 422 });
const corrected = (n: number, movementVersion: number, status = 202) =>
  submitted(message('DepartureRelease', n, { movementVersion }), { status });

test('a corrected message with another id and the same number is as required', () => {
  assertGreen(correctedUnderSameNumber([refused, corrected(2, 2)]));
});

test('the same id, another number, a refused correction and a fault that was accepted are seen', () => {
  assertRed(correctedUnderSameNumber([refused, corrected(1, 2)]), /identifiants/);
  assertRed(correctedUnderSameNumber([refused, corrected(2, 3)]), /version : 3/);
  assertRed(correctedUnderSameNumber([refused, corrected(2, 2, 422)]), /second : 422/);
  assertRed(correctedUnderSameNumber([corrected(1, 2), corrected(2, 2)]), /premier : 202/);
  assertRed(correctedUnderSameNumber([]), /rien/);
});
