import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { Breaker } from './breaker.ts';
import { makeFolder, playInto } from './run-folder.ts';
import { planOf } from './run-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'corridor-run-folder-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a folder that cannot be made is told with its path', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await assert.rejects(makeFolder(join(file, 'runs')), {
    code: 'FOLDER_NOT_WRITABLE',
    message: /file\/runs/,
  });
});

test('messages that cannot be written trip the breaker and are told with their path, not as an event that nobody awaits', async () => {
  const feature = join(folder, 'empty.feature');
  writeFileSync(feature, '# language: fr\nFonctionnalité: Rien\n');
  const io = { stdout: new PassThrough(), stderr: new PassThrough(), env: {}, cwd: folder };
  const plan = planOf({ outDir: '.', runId: 'run' }, io);
  mkdirSync(join(plan.runDir, 'messages.ndjson'), { recursive: true });
  const breaker = new Breaker();
  const selection = { paths: [feature], tags: '', order: 'defined' };
  await assert.rejects(playInto(plan, selection, { breaker }), /messages\.ndjson/);
  assert.match(breaker.reason ?? '', /NOT_WRITABLE/);
});
