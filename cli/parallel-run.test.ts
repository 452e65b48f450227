import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { verifyShape } from '../profile/export/cli-shapes.ts';
import { CorridorProcess, corridor, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable } from './testing/expect-refusal.ts';
import { leftOf, untilDescendant } from './testing/process-tree.ts';
import { runsIn, summaryOf } from './testing/run-folder.ts';

const WORDS = ['verify', '--parallel', '2', '--format', 'json'];

test('two workers leave one run folder, and a replay line that names what was selected', async () => {
  using folder = temporaryFolder();
  const tags = '@nominal and (@DEP-001 or @DIS-001)';
  const ended = await corridor([...WORDS, '--tags', tags], { cwd: folder.path });
  expectReadable(ended);
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  const { verdict, replay, runDir } = verifyShape.parse(JSON.parse(ended.stdout));
  assert.equal(verdict, 'pass');
  assert.ok(replay.includes(`--tags '${tags}'`) && replay.endsWith(' --parallel 2'), replay);
  assert.deepEqual(runsIn(folder.path), [runDir]);
  assert.equal(summaryOf(runDir).state, 'complete');
  assert.ok(
    !readdirSync(runDir).some((name) => name.startsWith('worker-')),
    'nothing is left of the workers',
  );
});

test('SIGINT ends the workers too: no process stays, and no pass is told', async () => {
  using folder = temporaryFolder();
  await using verify = new CorridorProcess([...WORDS, '--tags', '@nominal'], { cwd: folder.path });
  const below = await untilDescendant(verify.child.pid, /postgres.* -D /, 30_000);
  verify.kill('SIGINT');
  const ended = await verify.ended;
  expectReadable(ended);
  assert.equal(ended.status, 2, ended.stdout + ended.stderr);
  assert.deepEqual(await leftOf(below, 15_000), []);
  for (const run of runsIn(folder.path)) {
    assert.equal(summaryOf(run).state, 'interrupted');
    assert.notEqual(summaryOf(run).verdict, 'pass');
  }
});
