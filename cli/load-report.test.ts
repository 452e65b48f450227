import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reportShape } from '../profile/export/cli-shapes.ts';
import { exampleLoad, loadFolder } from '../reports/load/testing/load-folder.ts';
import { loadParts } from '../reports/load/testing/load-parts.ts';
import { corridorHere } from './testing/corridor-here.ts';
import { temporaryFolder } from './testing/corridor-process.ts';

test('corridor report makes the report of a load run again, by its folder, its id and as the last run', async () => {
  await using load = await loadFolder();
  using home = temporaryFolder();
  const folder = join(home.path, 'reports', 'runs', '20261102T090000-10ad01');
  cpSync(load.path, folder, { recursive: true });
  for (const named of [folder, '20261102T090000-10ad01', 'last']) {
    const { status, stdout } = await corridorHere(['report', named], { cwd: home.path });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^✓ CONFORME {3}corridor load ordinary-day --seed 1 --salt a1b2c3$/m);
  }
  const { stdout, stderr } = await corridorHere(['report', folder, '--format', 'json'], { cwd: home.path });
  const { files, verdict, runDir } = reportShape.parse(JSON.parse(stdout));
  assert.deepEqual([verdict, runDir, stderr], ['pass', folder, '']);
  assert.ok(
    files.every((file) => existsSync(file)),
    files.join(' '),
  );
});

test('the parts of one load become one report in a folder of its own', async () => {
  const [first = {}, second = {}] = loadParts(2);
  await using one = await loadFolder(first);
  await using two = await loadFolder(second);
  using home = temporaryFolder();
  const { status, stdout, stderr } = await corridorHere(
    ['report', one.path, two.path, '--out', 'whole', '--lang', 'en'],
    { cwd: home.path },
  );
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^140 messages acknowledged of 140 due/m);
  const page = readFileSync(join(home.path, 'whole', 'load-report.html'), 'utf8');
  assert.match(page, /Parts put together/);
  assert.equal(existsSync(join(one.path, 'load-report.html')), false);
});

test('what cannot be one report is refused in one sentence, and nothing is written', async () => {
  await using one = await loadFolder({ run: exampleLoad({ segment: '1/2' }), exchanges: [] });
  await using two = await loadFolder({ run: exampleLoad({ segment: '2/2', seed: 9 }), exchanges: [] });
  using home = temporaryFolder();
  const other = join(home.path, 'other');
  cpSync(one.path, other, { recursive: true });
  writeFileSync(join(other, 'run.json'), '{}');
  const refused = async (...words: string[]) => {
    const { status, stdout } = await corridorHere(['report', ...words, '--format', 'json'], {
      cwd: home.path,
    });
    assert.equal(status, 4, stdout);
    return (JSON.parse(stdout) as { error: { code: string; message: string } }).error;
  };
  assert.match((await refused(one.path, two.path, '--out', 'whole')).message, /their seed differs/);
  assert.equal((await refused(one.path, two.path)).code, 'NO_OUT');
  assert.equal((await refused(one.path, two.path, '--out', one.path)).code, 'NO_OUT');
  assert.match((await refused('nowhere')).message, /no run\.json or load\.json/);
  assert.equal(existsSync(join(home.path, 'whole')), false);
  writeFileSync(join(one.path, 'load.json'), '{}');
  assert.equal((await refused(one.path)).code, 'NOT_A_LOAD_RUN');
});

test('several runs of the suite are no parts of one load', async () => {
  await using one = await loadFolder({ exchanges: [] });
  using home = temporaryFolder();
  writeFileSync(join(home.path, 'run.json'), '{}');
  const { status, stderr } = await corridorHere(['report', one.path, home.path, '--out', 'whole'], {
    cwd: home.path,
  });
  assert.equal(status, 4);
  assert.match(stderr, /is no load run/);
});
