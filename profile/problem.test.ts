import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerErrors } from './errors/answer-errors.ts';
import { errorCatalogue } from './errors/error-catalogue.ts';
import { functionalErrors } from './errors/functional-errors.ts';
import { transportErrors } from './errors/transport-errors.ts';
import { problemOf } from './problem.ts';

test('a body that is not JSON has the problem details of the binding', () => {
  assert.deepEqual(problemOf('NOT_JSON', "Unexpected token '<' at byte 0"), {
    type: 'urn:aes-togo:problem:NOT_JSON',
    title: 'body is not JSON (UTF-8)',
    status: 400,
    code: 'NOT_JSON',
    detail: "Unexpected token '<' at byte 0",
  });
  assert.equal('detail' in problemOf('NOT_FOUND'), false);
});

test('an error code is told in one layer only', () => {
  const layers = [transportErrors, answerErrors, functionalErrors];
  const codes = layers.flatMap((layer) => Object.keys(layer));
  assert.deepEqual(Object.keys(errorCatalogue), codes);
  assert.equal(new Set(codes).size, codes.length);
  for (const { layer } of Object.values(transportErrors)) assert.equal(layer, 'transport');
  for (const { layer } of Object.values(answerErrors)) assert.equal(layer, 'answer');
  for (const { layer } of Object.values(functionalErrors)) assert.equal(layer, 'functional');
});
