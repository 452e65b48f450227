import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareShape, remarkedShape, verifyShape } from '../profile/export/cli-shapes.ts';
import { corridorHere } from './testing/corridor-here.ts';
import { temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';
import { readDeclared } from './testing/read-declared.ts';

const SCENARIO = 'echange/adressage#une-reponse-prevue-pour-un-seul-siege-va-a-lui-seul';
const TAGS = '@CTL-002';
const VERIFY = ['verify', '--tags', TAGS, '--seed', '5', '--format', 'json'];
// The books do not see this one: no list speaks for the books.
const WRONG = [...VERIFY, '--deviation', 'takes-conform-for-differences'];

const entryFor = (scenario: string): string =>
  `- scenario: ${JSON.stringify(scenario)}\n  reason: le hub prend les différences pour conformes\n  author: Essai\n  since: 2026-11-22\n`;

test('known failures by file: exit 0 while they fail, 1 when one passes; the verdict stays what was observed', async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  const first = await corridorHere(WRONG, { cwd });
  assert.equal(first.status, 1, first.stderr);
  const red = [...new Set(readDeclared(verifyShape, first.stdout).failures.map(({ scenario }) => scenario))];
  assert.ok(red.length > 0);
  writeFileSync(join(cwd, 'known.yaml'), red.map(entryFor).join(''));

  const again = await corridorHere([...WRONG, '--expected', 'known.yaml'], { cwd });
  const known = readDeclared(verifyShape, again.stdout);
  assert.deepEqual([again.status, known.verdict, known.expectations?.asExpected], [0, 'fail', true]);

  const mended = await corridorHere([...VERIFY, '--expected', 'known.yaml'], { cwd });
  const { verdict, expectations } = readDeclared(verifyShape, mended.stdout);
  assert.deepEqual([mended.status, verdict], [1, 'pass']);
  assert.deepEqual(expectations?.startedToPass.map(({ scenario }) => scenario).sort(), red.sort());
});

test('a list about a scenario that is none, or without reason, is refused before anything runs', async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  for (const [text, code, seen] of [
    [entryFor(SCENARIO), 'UNKNOWN_SCENARIO', /une-reponse-prevue/],
    [entryFor(SCENARIO).replace(/ {2}reason.*\n/, ''), 'EXPECTED_NOT_VALID', /0\.reason/],
    ['- [', 'EXPECTED_NOT_YAML', /liste\.yaml/],
  ] as const) {
    writeFileSync(join(cwd, 'liste.yaml'), text);
    const error = expectRefusal(await corridorHere([...VERIFY, '--expected', 'liste.yaml'], { cwd }), 4);
    assert.equal(error.code, code);
    assert.match(error.message, seen);
  }
});

test('a decision over a verdict stands beside it, in the report too, and two runs are compared', async () => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  const [good, bad] = [await corridorHere(VERIFY, { cwd }), await corridorHere(WRONG, { cwd })];
  const before = readDeclared(verifyShape, good.stdout);
  const after = readDeclared(verifyShape, bad.stdout);
  const scenario = after.failures[0]?.scenario ?? '';

  const words = ['--author', 'A. <b>Essai</b>', '--reason', 'Vu en séance', '--scenario', scenario];
  const said = await corridorHere(['remark', 'last', ...words, '--verdict', 'pass', '--format', 'json'], {
    cwd,
  });
  assert.equal(readDeclared(remarkedShape, said.stdout).remarks[0]?.verdict, 'pass');
  const page = readFileSync(join(after.runDir, 'report.html'), 'utf8');
  assert.ok(page.includes('A. &lt;b&gt;Essai&lt;/b&gt;') && page.includes('Remarques et décisions'));
  const report = await corridorHere(['report', 'last'], { cwd });
  assert.equal(report.status, 1, 'the observed verdict stays');

  const runs = ['compare', before.runId, after.runId];
  const compared = await corridorHere([...runs, '--format', 'json', '--html', 'ecart.html'], { cwd });
  const { turned } = readDeclared(compareShape, compared.stdout);
  assert.equal(compared.status, 1);
  assert.ok(turned.some((one) => one.scenario === scenario && one.from === 'pass' && one.to === 'fail'));
  assert.ok(readFileSync(join(cwd, 'ecart.html'), 'utf8').includes('Devenus non conformes'));
  const text = await corridorHere(runs, { cwd });
  expectReadable(text);
  assert.match(text.stdout, /Devenus non conformes \(\d+\)/);
  expectRefusal(await corridorHere(['compare', 'nulle-part', after.runId, '--format', 'json'], { cwd }), 4);
});
