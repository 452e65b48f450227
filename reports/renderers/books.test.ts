import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRun } from '../model/read-run.ts';
import {
  failedReconciliation,
  RECONCILIATION_FILE,
  type Reconciliation,
} from '../reconcile/reconciliation.ts';
import { exampleTraffic } from '../testing/example-traffic.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { renderConsole } from './console.ts';
import { renderHtml } from './html/render-html.ts';
import { renderJson } from './json.ts';

const NAME = 'told-twice';

const agreeing: Reconciliation = {
  verdict: 'pass',
  exchanges: 7_125,
  movements: 235,
  invariants: [
    {
      name: NAME,
      fr: 'Une fois en effet',
      en: 'Once in effect',
      requirements: ['RTE-003'],
      findings: 0,
      explained: 4,
    },
  ],
  findings: [],
  explained: [{ invariant: NAME, explanation: 'dead-letter', count: 4, movements: ['26TG0LOM1T00000014'] }],
  figures: {
    dwell: [{ corridor: 'LOME-OUAGADOUGOU', office: 'BF0CIN1', count: 2, medianMin: 30.5, p90Min: 62 }],
    leadTime: [{ corridor: 'LOME-OUAGADOUGOU', country: 'BF', count: 2, medianMin: -12, p90Min: 2_900 }],
  },
};

const differing: Reconciliation = {
  ...agreeing,
  verdict: 'fail',
  invariants: agreeing.invariants.map((invariant) => ({ ...invariant, findings: 130 })),
  findings: [
    {
      invariant: NAME,
      requirements: ['RTE-003'],
      movement: '26TG0LOM1T00000014',
      seats: ['BF'],
      messages: ['01a19b61-2f40-7000-8000-000000000005'],
      reason: 'BF a <script>deux</script> fois \u001b[31mle message',
    },
  ],
};

/** A run whose scenarios all pass, with what was left of its books. */
async function rendered(books: unknown) {
  const { folder, ...run } = await temporaryRun({
    ends: {},
    features: {},
    traffic: exampleTraffic(),
    run: { scenarios: { pass: 1, fail: 0, inconclusive: 0, notApplicable: 0, error: 0 }, verdict: 'pass' },
  });
  await using _ = run;
  if (books !== undefined) await writeFile(join(folder, RECONCILIATION_FILE), JSON.stringify(books));
  const model = await readRun(folder);
  return { model, console: renderConsole(model), html: renderHtml(model), json: renderJson(model) };
}

test('books that agree stand in console, page and machine shape with what is explained and the figures', async () => {
  const { console, html, json } = await rendered(agreeing);
  assert.match(console, /✓ Les livres concordent-ils \? Oui : sur 7125 échanges/);
  assert.match(console, /\(told-twice\) : 4 cas expliqués, une lettre morte ne retarde\s+personne/);
  assert.match(html, /<h2 id="t-books">Les livres concordent-ils \?<\/h2>/);
  assert.match(html, /<td>BF0CIN1<\/td><td class="number">2<\/td><td class="number">30,5\u00a0min<\/td>/);
  assert.deepEqual(json.reconciliation, agreeing);
});

test('books that do not agree make the run fail, and what was read from the wire stays text', async () => {
  const { model, console, html } = await rendered(differing);
  assert.equal(model.verdict, 'fail');
  assert.match(console, /26TG0LOM1T00000014 · BF/);
  assert.match(console, /01a19b61-2f40-7000-8000-000000000005/);
  assert.ok(!console.includes('\u001b'), 'no control character reaches the terminal');
  assert.match(html, /BF a &lt;script&gt;deux/);
  assert.match(html, /130 constats/);
  assert.match(html, /… et 129 autres/);
});

test('a fault of ours while reconciling is told and makes the run an error', async () => {
  const { model, html } = await rendered(failedReconciliation('Failed to load DuckDB.'));
  assert.equal(model.verdict, 'error');
  assert.match(html, /Failed to load DuckDB\./);
});

test('a run without reconciliation says so, and one that is no reconciliation is refused', async () => {
  const { model, html } = await rendered(undefined);
  assert.equal(model.reconciliation, undefined);
  assert.match(html, /Les livres n’ont pas été rapprochés/);
  await assert.rejects(rendered({ verdict: 'fine' }), { code: 'NOT_A_RUN', hint: /corridor reconcile/ });
});
