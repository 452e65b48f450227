import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { exampleRequirements } from './testing/example-features.ts';
import { temporaryRun } from './testing/temporary-run.ts';
import { writeReports } from './write-reports.ts';

test('junit.xml and report.html stand beside the evidence, and nothing half-written', async () => {
  await using run = await temporaryRun();
  const { verdict } = await writeReports(run.folder, exampleRequirements);
  assert.equal(verdict, 'fail');
  const names = (await readdir(run.folder)).sort();
  assert.deepEqual(names, [
    'exchange.ndjson',
    'junit.xml',
    'messages.ndjson',
    'report.html',
    'run.json',
    'sources',
  ]);
  assert.match(await readFile(join(run.folder, 'report.html'), 'utf8'), /<\/html>\n$/);
});

test('a report that cannot be written is told with what to do, and leaves nothing behind', async () => {
  await using run = await temporaryRun();
  await mkdir(join(run.folder, 'report.html', 'in-the-way'), { recursive: true });
  await assert.rejects(writeReports(run.folder, exampleRequirements), {
    code: 'REPORT_NOT_WRITABLE',
    hint: /folder/,
  });
  assert.ok(!(await readdir(run.folder)).some((name) => name.endsWith('.part')));
  await rm(join(run.folder, 'report.html'), { recursive: true });
});
