import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { deviationsShape } from '../profile/export/cli-shapes.ts';
import type { DeviationResult } from './deviation-court.ts';
import { deviationsDocument, replayOf, runDeviations } from './deviations-run.ts';
import type { Io } from './io.ts';
import { corridor, temporaryFolder } from './testing/corridor-process.ts';
import { readDeclared } from './testing/read-declared.ts';

const own = temporaryFolder();
after(() => own[Symbol.dispose]());

const io = { cwd: own.path } as Io;
const all = { full: false, explore: true, parallel: 1, out: 'x', format: 'json' } as const;
const one = ['keeps-one-waiting-version'];

test('a page of a part of the deviations is refused before anything starts', async () => {
  await assert.rejects(runDeviations({ ...all, only: one, matrix: 'x.md' }, io), { code: 'MATRIX_OF_ALL' });
});

test('a page that cannot be written is refused before anything starts, with its path from the current folder', async () => {
  writeFileSync(join(own.path, 'file'), '');
  for (const [matrix, seen] of Object.entries({
    'nowhere/x.md': 'ENOENT',
    'file/x.md': 'ENOTDIR',
    '.': 'EISDIR',
  }))
    await assert.rejects(runDeviations({ ...all, matrix }, io), {
      code: 'PAGE_NOT_WRITTEN',
      message: `Failed to write ${join(own.path, matrix)}: ${seen}.`,
      hint: /--matrix/,
    });
});

test('the replay line repeats the same run: its choice, its width and its part', () => {
  assert.equal(replayOf(all, 7), 'corridor deviations --seed 7');
  assert.equal(
    replayOf({ ...all, only: [...one, 'acknowledges-afresh'], full: true, explore: false }, 7),
    'corridor deviations --seed 7 --only keeps-one-waiting-version,acknowledges-afresh --full --no-explore',
  );
  assert.equal(
    replayOf({ ...all, shard: { index: 2, total: 3 } }, 7),
    'corridor deviations --seed 7 --shard 2/3',
  );
});

test('all that is printed of a deviation is declared: a member more is red here', async () => {
  using folder = temporaryFolder();
  const words = ['deviations', '--only', 'tells-no-waiting-time', '--seed', '1', '--format', 'json'];
  const { stdout, stderr, status } = await corridor(words, { cwd: folder.path });
  const { total, killed } = readDeclared(deviationsShape, stdout);
  assert.deepEqual([status, total, killed], [0, 1, 1], stderr);
});

test('what exploring found is declared too', () => {
  const found: Required<DeviationResult> = {
    name: 'keeps-one-waiting-version',
    seat: 'hub',
    violates: ['ORD-003'],
    outcome: 'killed',
    killedBy: [{ scenario: 'keeps-one-waiting-version-explored', requirement: 'ORD-003' }],
    unproven: [],
    explored: { messages: 7, seconds: 12 },
  };
  const { deviations } = readDeclared(deviationsShape, deviationsDocument([found]));
  assert.deepEqual(deviations, [found]);
});
