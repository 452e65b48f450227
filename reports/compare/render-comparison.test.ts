import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Comparison } from './compare-runs.ts';
import { comparisonPage, comparisonText } from './render-comparison.ts';

const run = (runId: string, verdict: 'pass' | 'fail') => ({
  runId,
  verdict,
  target: 'reference',
  startedAt: '2026-11-22T08:00:00Z',
  seed: 7,
});

const comparison: Comparison = {
  verdict: 'fail',
  runs: [run('avant', 'pass'), run('apres', 'fail')],
  appeared: ['echange/x#</code><script>window.hacked=1</script>'],
  disappeared: [],
  turned: [
    { scenario: 'depart/a#rouge', from: 'pass', to: 'fail' },
    { scenario: 'depart/a#vert', from: 'fail', to: 'pass' },
  ],
  requirements: [{ requirement: 'RTE-003', from: 'pass', to: 'fail' }],
  slower: [{ scenario: 'depart/a#lent\u001b[31m', fromMs: 100, toMs: 950, ratio: 9.5 }],
};

test('the console names what became red first, and ends with what it means', () => {
  const lines = comparisonText(comparison).split('\n');
  assert.deepEqual(lines.slice(0, 5), [
    'Avant : avant, reference, graine 7 : ✓ Conforme',
    'Après : apres, reference, graine 7 : ✗ Non conforme',
    '',
    'Devenus non conformes (1)',
    '  depart/a#rouge  ✓ Conforme → ✗ Non conforme',
  ]);
  assert.ok(lines.includes('  depart/a#lent\ufffd[31m  100 ms → 950 ms (× 9,5)'));
  assert.equal(
    lines.at(-1),
    '✗ La seconde campagne montre des non-conformités que la première ne montrait pas.',
  );
});

test('the page shows the same, obeys nothing that it shows, and may load nothing', () => {
  const page = comparisonPage(comparison);
  assert.match(page, /Devenus conformes <small>1<\/small>/);
  assert.match(page, /<a href="#en" lang="en">English<\/a>/);
  assert.match(page, /<div id="en" lang="en">[\s\S]*Now conformant <small>1<\/small>/);
  assert.match(page, /Content-Security-Policy" content="default-src &#39;none&#39;/);
  assert.doesNotMatch(page, /<script/);
});
