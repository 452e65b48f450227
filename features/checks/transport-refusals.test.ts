import { test } from 'node:test';
import { assertGreen, assertRed, message, submitted } from './testing/evidence.ts';
import { refusedByLink } from './transport-refusals.ts';

const notice = message('TransitNotice', 1);
const expected = { status: 400, code: 'NOT_JSON' };

test('problem details with the right status and code are as required', () => {
  assertGreen(refusedByLink([submitted(notice, { status: 400, answer: { code: 'NOT_JSON' } })], expected));
});

test('acceptance, another code, another status and silence are seen', () => {
  assertRed(refusedByLink([submitted(notice)], expected), /202/);
  assertRed(
    refusedByLink([submitted(notice, { status: 400, answer: { code: 'BAD_REQUEST' } })], expected),
    /BAD_/,
  );
  assertRed(
    refusedByLink([submitted(notice, { status: 500, answer: { code: 'NOT_JSON' } })], expected),
    /500/,
  );
  assertRed(refusedByLink([submitted(notice, { fault: 'reset' })], expected), /reset/);
  assertRed(refusedByLink([], expected), /rien/);
});

test('a refusal of another shape is seen', () => {
  for (const answer of [null, 7, [], {}])
    assertRed(refusedByLink([submitted(notice, { status: 400, answer })], expected), /code : rien/);
});
