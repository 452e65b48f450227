import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JudgedFinding, Verdict } from '../evidence/run.ts';
import { type ExpectedFailure, holdAgainst, wentAsExpected } from './expectations.ts';

const entry = (scenario: string, requirements?: string[]): ExpectedFailure => ({
  scenario,
  reason: 'correction annoncée',
  author: 'essai',
  since: '2026-11-22',
  ...(requirements && { requirements }),
});

const judged = (id: string, verdict: Verdict, ...red: string[]) => ({
  id,
  verdict,
  findings: red.map(
    (requirement): JudgedFinding => ({ requirement, verdict: 'fail', expected: 'a', observed: 'b' }),
  ),
});

test('a failure on the list is expected, and the run goes as expected', () => {
  const held = holdAgainst([entry('a')], [judged('a', 'fail', 'RTE-003'), judged('b', 'pass')]);
  assert.deepEqual(held.expected, [entry('a')]);
  assert.equal(wentAsExpected(held), true);
});

test('an expected failure that passes turns red', () => {
  const held = holdAgainst([entry('a')], [judged('a', 'pass')]);
  assert.deepEqual(held.startedToPass, [entry('a')]);
  assert.equal(wentAsExpected(held), false);
});

test('a failure that is not on the list, or for a requirement that it does not name, is unexpected', () => {
  const scenarios = [judged('a', 'fail', 'RTE-003', 'RTE-004'), judged('b', 'fail', 'DLV-001')];
  const held = holdAgainst([entry('a', ['RTE-003'])], scenarios);
  assert.deepEqual(held.unexpected, ['a', 'b']);
  assert.deepEqual(held.expected, []);
  assert.equal(
    wentAsExpected(holdAgainst([entry('a', ['RTE-003', 'RTE-004']), entry('b')], scenarios)),
    true,
  );
});

test('what was on the list and not judged is told, and is not red', () => {
  const held = holdAgainst([entry('a'), entry('b')], [judged('a', 'inconclusive')]);
  assert.deepEqual(held.notJudged, [entry('a'), entry('b')]);
  assert.equal(wentAsExpected(held), true);
});
