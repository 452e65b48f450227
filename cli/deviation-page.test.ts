import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../profile/export/package-root.ts';
import { allDeviations, deviationNames } from '../simulators/stack/deviations/deviations.ts';
import type { DeviationResult } from './deviation-court.ts';
import { deviationPage } from './deviation-page.ts';

/** Every deviation killed, each by a scenario of its own. */
const results = (names: readonly string[]): DeviationResult[] =>
  allDeviations()
    .filter(({ name }) => names.includes(name))
    .map(({ name, violates }) => ({
      name,
      seat: 'hub',
      violates,
      outcome: 'killed',
      killedBy: violates.map((requirement) => ({ scenario: `a/b#${name}`, requirement })),
      unproven: [],
    }));

/** The rows of a page that begin with a deviation, each with the requirement ids it names. */
const rowsOf = (page: string): Map<string, string[]> =>
  new Map(
    [...page.matchAll(/^\| `([a-z-]+)` \|.*$/gm)].map(([row, name = '']) => [
      name,
      [...new Set(row.match(/\b[A-Z]{3}-\d{3}\b/g) ?? [])],
    ]),
  );

test('the page in docs/ shows exactly the deviations that there are, each with what it violates: run npm run docs:deviations', () => {
  const rows = rowsOf(readFileSync(join(packageRoot(), 'docs', 'deviations.md'), 'utf8'));
  assert.deepEqual([...rows.keys()].sort(), [...deviationNames].sort());
  for (const { name, violates } of allDeviations()) assert.deepEqual(rows.get(name), violates, name);
});

test('the page in docs/ marks nothing as named and never seen red', () => {
  assert.doesNotMatch(readFileSync(join(packageRoot(), 'docs', 'deviations.md'), 'utf8'), /○ [A-Z]{3}-/);
});

test('what was run stands with the scenario that saw it, what was left out in a part of its own', () => {
  const page = deviationPage(results(['echoes-to-the-sender']), 7);
  assert.match(page, /\| `echoes-to-the-sender` \| .* \| RTE-002 : `a\/b#echoes-to-the-sender` \|/);
  assert.match(page, /\| RTE-002 \| [^|]+ \| `echoes-to-the-sender` \|/);
  const [, discreet = '', crowded = ''] = page.split(/## Écarts (?:discrets|sous charge)/);
  assert.equal(rowsOf(discreet).size + rowsOf(crowded).size, deviationNames.length - 1);
  assert.match(crowded, /\| `skips-cursors-in-a-crowd` \| [^|]+ \| DLV-001 \| `cursor-gap` \|/);
  const underLoad = allDeviations().filter((deviation) => deviation.underLoad);
  assert.deepEqual(
    [...rowsOf(crowded).keys()],
    underLoad.map(({ name }) => name),
  );
});

test('what nothing turned red is marked in the page', () => {
  const [result] = results(['echoes-to-the-sender']);
  assert.ok(result);
  const page = deviationPage([{ ...result, killedBy: [], outcome: 'survived', unproven: ['RTE-002'] }], 7);
  assert.match(page, /\| `echoes-to-the-sender` \| .* \| ○ RTE-002 \|/);
  assert.match(page, /0 écarts tués sur 1/);
});
