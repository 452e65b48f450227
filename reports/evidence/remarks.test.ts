import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { appendRemark, type Remark, readRemarks } from './remarks.ts';

const said = (reason: string): Remark => ({
  at: '2026-11-22T08:00:00Z',
  author: 'Essai',
  scenario: 'depart/avis#un-avis',
  verdict: 'pass',
  reason,
  evidence: 'f'.repeat(64),
});

async function folder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'corridor-remarks-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

test('remarks are read in the order in which they were written, many authors at once', async () => {
  await using run = await folder();
  assert.deepEqual(await readRemarks(run.path), []);
  await appendRemark(run.path, said('première'));
  await Promise.all(Array.from({ length: 20 }, (_, n) => appendRemark(run.path, said(`n° ${n}\nsuite`))));
  const read = await readRemarks(run.path);
  assert.equal(read.length, 21);
  assert.deepEqual(read[0], said('première'));
  assert.equal(new Set(read.map(({ reason }) => reason)).size, 21);
});

test('a line that is no remark is an error that names it: a decision is never left out in silence', async () => {
  await using run = await folder();
  await appendRemark(run.path, said('bonne'));
  await appendFile(join(run.path, 'remarks.ndjson'), '{"verdict":"pass"}\n');
  await assert.rejects(readRemarks(run.path), { code: 'NOT_A_RECORD', message: /line 2/ });
});

test('a remark without reason or author is not written', async () => {
  await using run = await folder();
  await assert.rejects(appendRemark(run.path, said('  ')));
  assert.deepEqual(await readRemarks(run.path), []);
});
