import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyShape } from '../profile/export/cli-shapes.ts';
import { reconcileShape } from '../profile/export/reconcile-shape.ts';
import { evidenceFolder } from '../reports/reconcile/testing/evidence-book.ts';
import { honestBooks, SECOND } from '../reports/reconcile/testing/honest-books.ts';
import { without } from '../reports/reconcile/testing/plant.ts';
import { corridor, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';

const lost = without(honestBooks(), { kind: 'deliver', code: 'AT02', about: SECOND });

test('corridor reconcile says in French that the books agree, with dwell and lead time, and exits 0', async () => {
  await using evidence = await evidenceFolder(honestBooks());
  const ended = await corridor(['reconcile', evidence.path]);
  expectReadable(ended);
  assert.equal(ended.status, 0, ended.stderr);
  assert.match(ended.stdout, /Les livres concordent-ils \? Oui : sur \d+ échanges et 2 mouvements/);
  assert.match(ended.stdout, /LOME-CINKANSE-OUAGADOUGOU +BF0CIN1 +2 +30\smin +30\smin/);
  assert.match(ended.stdout.trimEnd().split('\n').at(-1) ?? '', /CONFORME {3}corridor reconcile /);
});

test('corridor reconcile names movement, seat and message of a lost delivery, and exits 1', async () => {
  await using evidence = await evidenceFolder(lost);
  const [said, machine] = await Promise.all([
    corridor(['reconcile', evidence.file]),
    corridor(['reconcile', evidence.file, '--format', 'json']),
  ]);
  assert.equal(said.status, 1, said.stderr);
  assert.match(said.stdout, new RegExp(`${SECOND} · BF : BF n'a jamais reçu « mainlevée pour transit »`));
  assert.equal(machine.status, 1);
  const { verdict, findings } = reconcileShape.strict().parse(JSON.parse(machine.stdout));
  assert.equal(verdict, 'fail');
  assert.deepEqual(
    findings.map(({ invariant, movement, seats }) => ({ invariant, movement, seats })),
    [{ invariant: 'concerned-but-not-told', movement: SECOND, seats: ['BF'] }],
  );
});

test('a run is found by its id and as the last one', async () => {
  await using evidence = await evidenceFolder(honestBooks());
  using folder = temporaryFolder();
  const run = join(folder.path, 'reports', 'runs', '20261122T000000-abcdef');
  mkdirSync(run, { recursive: true });
  await cp(evidence.file, join(run, 'exchange.ndjson'));
  writeFileSync(join(run, 'run.json'), '{}');
  for (const name of ['last', '20261122T000000-abcdef']) {
    const { status, stdout } = await corridor(['reconcile', name, '--format', 'json'], { cwd: folder.path });
    assert.equal(status, 0, name);
    assert.equal(reconcileShape.parse(JSON.parse(stdout)).movements, 2);
  }
});

test('what is no evidence is refused in one sentence with exit 4, an empty file is inconclusive', async () => {
  using folder = temporaryFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder.path, name), text);
    return name;
  };
  const refusal = async (named: string) =>
    expectRefusal(await corridor(['reconcile', named, '--format', 'json'], { cwd: folder.path }), 4);
  const rubbish = await refusal(file('rubbish.ndjson', '{"kind":"submit"}\nrubbish\n'));
  assert.equal(rubbish.code, 'NOT_A_RECORD');
  assert.match(rubbish.message, /line 1 of .*rubbish\.ndjson/);
  assert.equal((await refusal('nowhere')).code, 'EVIDENCE_NOT_FOUND');
  assert.equal((await refusal('.')).code, 'NO_EVIDENCE');
  const empty = await corridor(['reconcile', file('empty.ndjson', ''), '--format', 'json'], {
    cwd: folder.path,
  });
  assert.equal(empty.status, 2);
  assert.equal(reconcileShape.parse(JSON.parse(empty.stdout)).verdict, 'inconclusive');
  assert.deepEqual(readdirSync(folder.path).sort(), ['empty.ndjson', 'rubbish.ndjson'], 'nothing is written');
});

test('verify fails when its only scenario passes and the books do not agree, and the report says so', async () => {
  using folder = temporaryFolder();
  const scenario = 'depart/mainlevee#une-seconde-mainlevee-est-refusee';
  const words = [
    'verify',
    '--scenario',
    scenario,
    '--deviation',
    'forgets-the-last-country',
    '--format',
    'json',
  ];
  const ended = await corridor(words, { cwd: folder.path });
  assert.equal(ended.status, 1, ended.stdout + ended.stderr);
  const { verdict, scenarios, reconciliation, runDir } = verifyShape.parse(JSON.parse(ended.stdout));
  assert.equal(verdict, 'fail');
  assert.deepEqual([scenarios.pass, scenarios.fail], [1, 0]);
  assert.deepEqual(
    [...new Set(reconciliation?.findings.map(({ invariant }) => invariant))],
    ['concerned-but-not-told'],
  );
  const page = readFileSync(join(runDir, 'report.html'), 'utf8');
  assert.match(page, /Les livres concordent-ils \?/);
  assert.match(page, /BF n&#39;a jamais reçu « avis de transit » de TG/);
});
