import assert from 'node:assert/strict';
import { PassThrough, Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { deviationsShape } from '../profile/export/cli-shapes.ts';
import { runDeviations } from './deviations-run.ts';
import { exitCodes, UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { temporaryFolder } from './testing/corridor-process.ts';

test('a shy deviation that no written scenario sees is explored for, and found', async () => {
  using folder = temporaryFolder();
  const stdout = new PassThrough();
  const io: Io = {
    stdout,
    stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stdin: Readable.from([]),
    env: process.env,
    cwd: folder.path,
    signal: new AbortController().signal,
    now: Date.now,
    words: [],
  };
  const only = ['keeps-one-waiting-version'];
  const exit = await runDeviations(
    { only, full: false, explore: true, seed: 9, parallel: 1, out: folder.path, format: 'json' },
    io,
  );
  const { deviations } = deviationsShape.parse(JSON.parse(String(stdout.read())));
  const [result] = deviations;
  assert.deepEqual([exit, result?.outcome, result?.unproven], [exitCodes.conformant, 'killed', []]);
  assert.match(result?.killedBy[0]?.scenario ?? '', /explored$/);
});

test('a page of a part of the deviations is refused before anything starts', async () => {
  const options = {
    only: ['keeps-one-waiting-version'],
    matrix: 'x.md',
    full: false,
    explore: true,
    parallel: 1,
    out: 'x',
    format: 'json',
  } as const;
  await assert.rejects(runDeviations(options, {} as Io), UsageError);
});
