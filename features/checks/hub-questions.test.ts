import { test } from 'node:test';
import { hubAskedInTurn, hubAsks, hubAsksNothing } from './hub-questions.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE } from './testing/evidence.ts';

const OTHER = '26TG0LOM1T00000022';
const question = (n: number, transitReference = REFERENCE, changes: object = {}) =>
  message('MovementQuery', n, {
    sender: 'hub',
    recipient: 'TG',
    payload: { by: { transitReference }, scope: 'FULL' },
    ...changes,
  });

test('one question about the whole movement, to the country of departure, is as required', () => {
  assertGreen(hubAsks([delivered(question(1), 'TG')], REFERENCE, 'TG'));
  assertGreen(hubAsksNothing([delivered(question(1, OTHER), 'TG')], REFERENCE));
});

test('no question, a second one, one to another country, a partial one and one too early are seen', () => {
  assertRed(hubAsks([], REFERENCE, 'TG'), /aucun/);
  assertRed(hubAsks([delivered(question(1), 'TG'), delivered(question(2), 'TG')], REFERENCE, 'TG'), /TG, TG/);
  assertRed(hubAsks([delivered(question(1), 'BF')], REFERENCE, 'TG'), /BF/);
  const partial = question(1, REFERENCE, {
    payload: { by: { transitReference: REFERENCE }, scope: 'STATUS' },
  });
  assertRed(hubAsks([delivered(partial, 'TG')], REFERENCE, 'TG'), /STATUS/);
  assertRed(hubAsksNothing([delivered(question(1), 'TG')], REFERENCE), /TG/);
});

test('questions are told in the order of their dates, as the timers fell due', () => {
  const early = question(1, REFERENCE, { preparedAt: '2026-11-20T12:05:00.000Z' });
  const late = question(2, OTHER, { preparedAt: '2026-11-20T12:15:00.000Z' });
  const records = [delivered(late, 'TG'), delivered(early, 'TG')];
  assertGreen(hubAskedInTurn(records, [REFERENCE, OTHER]));
  assertRed(hubAskedInTurn(records, [OTHER, REFERENCE]), /0014, 26TG/);
  assertRed(hubAskedInTurn([delivered(early, 'TG')], [REFERENCE, OTHER]), /0014$/);
});
