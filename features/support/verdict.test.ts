import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JudgedFinding } from '../../reports/evidence/run.ts';
import { HarnessError, InconclusiveError, NonConformityError, NotApplicableError } from './errors.ts';
import { verdictOf } from './verdict.ts';

const finding = (verdict: JudgedFinding['verdict']): JudgedFinding => ({
  requirement: 'RTE-003',
  verdict,
  expected: 'BF',
  observed: verdict === 'pass' ? 'BF' : 'rien',
});
const passed = { status: 'PASSED', findings: [finding('pass')] };

test('a scenario that judged something and found it as required passes', () => {
  assert.deepEqual(verdictOf(passed), { verdict: 'pass' });
});

test('a scenario that judged nothing is our fault, however green its steps', () => {
  assert.equal(verdictOf({ status: 'PASSED', findings: [] }).verdict, 'error');
});

test('the class of what was thrown decides, and findings that were good before do not mend it', () => {
  const failed = { status: 'FAILED', findings: [finding('pass')] };
  const verdict = (error: unknown) => verdictOf({ ...failed, error }).verdict;
  assert.equal(verdict(new NonConformityError([finding('fail')])), 'fail');
  assert.equal(verdict(new InconclusiveError('rompu', '')), 'inconclusive');
  assert.equal(verdict(new NotApplicableError('sans horloge', '')), 'not-applicable');
  assert.equal(verdict(new HarnessError('X', 'faute', '')), 'error');
  assert.equal(verdict(new TypeError('undefined is not a function')), 'error');
  assert.equal(verdict(undefined), 'error', 'a step that timed out throws nothing to us');
});

test('undefined and ambiguous steps are our fault, never a pass', () => {
  for (const status of ['UNDEFINED', 'AMBIGUOUS', 'PENDING', 'SKIPPED', 'UNKNOWN'])
    assert.equal(verdictOf({ ...passed, status }).verdict, 'error', status);
});

test('a bad finding counts even when no step threw', () => {
  assert.equal(verdictOf({ status: 'PASSED', findings: [finding('pass'), finding('fail')] }).verdict, 'fail');
  assert.equal(verdictOf({ status: 'PASSED', findings: [finding('inconclusive')] }).verdict, 'inconclusive');
});

test('what was settled before the first step stands', () => {
  const stopped = { verdict: 'not-applicable', reason: 'sans horloge' } as const;
  assert.deepEqual(verdictOf({ stopped, status: 'SKIPPED', findings: [] }), stopped);
});

test('what does not apply is told with its remedy', () => {
  const error = new NotApplicableError('Pas de Java.', 'Installez Java 11.');
  const { reason } = verdictOf({ error, status: 'SKIPPED', findings: [] });
  assert.equal(reason, 'Pas de Java. Installez Java 11.');
});

test('an undefined step is told by what was seen of it', () => {
  const facts = {
    status: 'UNDEFINED',
    findings: [],
    undefinedStep: 'Le pas « x » (a.feature:3) est inconnu.',
  };
  assert.equal(verdictOf(facts).reason, 'Le pas « x » (a.feature:3) est inconnu.');
  assert.equal(
    verdictOf({ ...facts, undefinedStep: undefined }).reason,
    "Un pas du scénario n'est pas défini.",
  );
});
