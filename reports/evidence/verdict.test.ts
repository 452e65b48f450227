import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countVerdicts, exitCodeOf, graverVerdict, verdictOfCounts } from './verdict.ts';

test('a failure outweighs an error, an error what is inconclusive, and that a pass', () => {
  assert.equal(verdictOfCounts(countVerdicts(['pass', 'error', 'fail', 'inconclusive'])), 'fail');
  assert.equal(verdictOfCounts(countVerdicts(['pass', 'inconclusive', 'error'])), 'error');
  assert.equal(verdictOfCounts(countVerdicts(['pass', 'inconclusive', 'not-applicable'])), 'inconclusive');
  assert.equal(verdictOfCounts(countVerdicts(['pass', 'not-applicable'])), 'pass');
});

test('a run that judged nothing is inconclusive, never green', () => {
  assert.equal(verdictOfCounts(countVerdicts([])), 'inconclusive');
  assert.equal(verdictOfCounts(countVerdicts(['not-applicable'])), 'inconclusive');
});

test('an interrupted run is not a pass, but a failure that it saw stays one', () => {
  assert.equal(verdictOfCounts(countVerdicts(['pass']), false), 'inconclusive');
  assert.equal(verdictOfCounts(countVerdicts(['pass', 'fail']), false), 'fail');
});

test('of two verdicts the graver one is kept', () => {
  assert.equal(graverVerdict('pass', 'error'), 'error');
  assert.equal(graverVerdict('fail', 'error'), 'fail');
  assert.equal(graverVerdict('not-applicable', 'not-applicable'), 'inconclusive');
});

test('exit codes are those of the design: 0 conformant, 1 non-conformity, 2 inconclusive, 3 our fault', () => {
  const codes = (['pass', 'fail', 'inconclusive', 'error'] as const).map(exitCodeOf);
  assert.deepEqual(codes, [0, 1, 2, 3]);
});
