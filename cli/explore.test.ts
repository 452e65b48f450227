import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { z } from 'zod';
import { errorShape, exploreShape } from '../profile/export/cli-shapes.ts';
import { corridor } from './testing/corridor-process.ts';

const LIMIT_MS = 170_000;
const DEVIATION = 'acknowledges-afresh';
const folder = mkdtempSync(join(tmpdir(), 'corridor-explore-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function explore(
  ...words: string[]
): Promise<{ status: number | null; document: z.infer<typeof exploreShape> }> {
  const options = { cwd: folder, limitMs: LIMIT_MS };
  const { status, stdout } = await corridor(
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
  const { status, stdout } = await corridor(words, { cwd: folder });
  assert.equal(status, 4);
  assert.equal(errorShape.parse(JSON.parse(stdout)).error.code, 'NO_SUCH_FILE');
});
