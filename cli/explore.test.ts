import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { z } from 'zod';
import { errorShape, exploreShape } from '../profile/export/cli-shapes.ts';
import { corridorHere } from './testing/corridor-here.ts';

const LIMIT_MS = 170_000;
const DEVIATION = 'acknowledges-afresh';
const folder = mkdtempSync(join(tmpdir(), 'corridor-explore-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function explore(
  ...words: string[]
): Promise<{ status: number | null; document: z.infer<typeof exploreShape> }> {
  const options = { cwd: folder, limitMs: LIMIT_MS };
  const { status, stdout } = await corridorHere(
    ['explore', '--format', 'json', '--out', 'runs', ...words],
    options,
  );
  return { status, document: exploreShape.parse(JSON.parse(stdout)) };
}

test('what is found of a deviating stack is short, printed, red again where it is played, and green on an honest one', async () => {
  const found = await explore('--deviation', DEVIATION, '--seed', '7', '--time', '60');
  assert.equal(found.status, 1);
  const [failure] = found.document.failures;
  assert.ok(failure);
  assert.equal(failure.requirement, 'KEY-001');
  assert.ok(failure.messages.length <= 8, `${failure.messages.length} messages`);
  const file = join(folder, 'found.feature');
  writeFileSync(file, `# language: fr\nFonctionnalité: Collée\n\n${failure.scenario}`);

  const again = await explore('--play', file, '--deviation', DEVIATION);
  assert.equal(again.status, 1);
  assert.ok(again.document.failures.some(({ requirement }) => requirement === failure.requirement));

  const honest = await explore('--play', file);
  assert.equal(honest.status, 0, JSON.stringify(honest.document.failures));
  assert.equal(honest.document.verdict, 'pass');
});

test('the honest stack is explored without a finding, and the run folder holds report, evidence and a scenario', async () => {
  const { status, document } = await explore('--steps', '60', '--seed', '3');
  assert.equal(status, 0, JSON.stringify(document.failures));
  assert.ok(document.messages >= 60);
  assert.ok(document.transitions.visited > 10 && document.states.visited > 5);
  const report = readFileSync(join(document.runDir, 'report.html'), 'utf8');
  assert.match(report, /id="machines"/);
  assert.match(
    readFileSync(join(document.runDir, 'exploration.feature'), 'utf8'),
    /Quand ces faits se succèdent:/,
  );
});

test('a file that is not there is wrong usage', async () => {
  const words = ['explore', '--play', 'nowhere.feature', '--format', 'json'];
  const { status, stdout } = await corridorHere(words, { cwd: folder });
  assert.equal(status, 4);
  assert.equal(errorShape.parse(JSON.parse(stdout)).error.code, 'NO_SUCH_FILE');
});

/** A feature of one scenario, or more: rows about one movement. */
const featureOf = (...rows: readonly string[]): string =>
  `# language: fr
Fonctionnalité: Écrite à la main
${rows.map(scenarioOf).join('')}`;

const scenarioOf = (rows: string, index: number): string => `
  @LED-007 @exclusif @horloge @panne
  Scénario: ${index + 1}
    Étant donné les mouvements suivants:
      | mouvement | corridor                           | graine | garantie |
      | 1         | de Lomé à Ouagadougou par Cinkansé | 193004 | fonds    |
    Quand ces faits se succèdent:
      | n° | mouvement | qui | message | précision | issue |
      ${rows}
    Alors chaque issue est celle du tableau, et les registres sont conformes au profil
`;

test('a word that is not known is wrong usage, told with the words known before anything is started', async () => {
  const row = '| 1 | 1 | Togo | avis de transite | | accepté |';
  writeFileSync(join(folder, 'typo.feature'), featureOf(row));
  const words = ['explore', '--play', 'typo.feature', '--format', 'json', '--out', 'typo'];
  const { status, stdout } = await corridorHere(words, { cwd: folder });
  const { error } = errorShape.parse(JSON.parse(stdout));
  assert.equal(status, 4);
  assert.equal(error.code, 'UNKNOWN_WORD');
  assert.match(error.message, /Ligne 1 du tableau, colonne « message » : .*avis de transite/);
  assert.match(error.hint, /avis de transit, mainlevée/);
  assert.equal(existsSync(join(folder, 'typo')), false);
});

test('a wrong issue, and a row that does nothing where it stands, say so', async () => {
  const wrong = '| 1 | 1 | Togo | avis de transit | | refusé au dépôt: PATTERN à /x |';
  const idle = '| 1 | | Togo | retour | | |';
  writeFileSync(join(folder, 'wrong.feature'), featureOf(wrong, idle));
  const { status, document } = await explore('--play', 'wrong.feature');
  assert.equal(status, 3);
  assert.deepEqual(document.failures, []);
  const [first, second] = document.unjudged;
  assert.match(first?.reason ?? '', /n° 1 dit « refusé.* » ; selon le profil : « accepté ».*TABLE_DIFFERS/);
  assert.match(second?.reason ?? '', /n° 1 ne fait rien.*IDLE_ROW/);
});
