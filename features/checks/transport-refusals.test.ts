import { test } from 'node:test';
import { assertGreen, assertRed, consulted, message, submitted } from './testing/evidence.ts';
import { problemComplete, refusedByLink, requestRefused } from './transport-refusals.ts';

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

test('a question refused as it must be is as required; another answer to it is seen', () => {
  const refused = { status: 404, code: 'NOT_FOUND' };
  assertGreen(requestRefused([consulted('/v0/x', { code: 'NOT_FOUND' }, { status: 404 })], refused));
  assertRed(requestRefused([consulted('/v0/x', {})], refused), /200/);
  assertRed(requestRefused([consulted('/v0/x', { code: 'GONE' }, { status: 404 })], refused), /GONE/);
  assertRed(requestRefused([], refused), /rien/);
});

const problem = { type: 'urn:aes-togo:problem:NOT_JSON', title: 'x', status: 400, code: 'NOT_JSON' };

function problemRecord(changes: object = {}, mediaType = 'application/problem+json') {
  const record = submitted(notice, { status: 400, answer: { ...problem, ...changes } });
  return [{ ...record, answer: { ...record.answer, mediaType } as NonNullable<typeof record.answer> }];
}

test('a whole problem document is as required, and each member that is wrong or missing is seen', () => {
  assertGreen(problemComplete(problemRecord(), expected));
  assertRed(problemComplete(problemRecord({ type: 'about:blank' }), expected), /about:blank/);
  assertRed(problemComplete(problemRecord({ title: undefined }), expected), /titre : rien/);
  assertRed(problemComplete(problemRecord({ status: 500 }), expected), /document : 500/);
  assertRed(problemComplete(problemRecord({ code: 'BAD_REQUEST' }), expected), /BAD_REQUEST/);
  assertRed(problemComplete(problemRecord({}, 'application/json'), expected), /contenu : application\/json/);
  assertRed(problemComplete([], expected), /rien/);
});
